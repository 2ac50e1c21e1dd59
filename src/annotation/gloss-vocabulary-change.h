/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "annotation/gloss-vocabulary.h"

G_BEGIN_DECLS

/**
 * A change of what the vocabulary says of tags, which can be made and taken back. What somebody
 * else set in the meantime stays as it is. For the main thread.
 */
typedef struct _GlossVocabularyChange GlossVocabularyChange;

/* (transfer full): gives @tag a colour (nullable: none) and a description ("" for none); what else
 * its record holds stays. */
GlossVocabularyChange *gloss_vocabulary_change_new_describe (GlossVocabulary       *vocabulary,
                                                             const char            *tag,
                                                             const GlossColor      *color,
                                                             const char            *description);

/* (transfer full): what is said of @tag and of the tags nested in it is said of @new_name and the
 * tags nested in that, where nothing is said of them yet; NULL: of none. */
GlossVocabularyChange *gloss_vocabulary_change_new_rename   (GlossVocabulary       *vocabulary,
                                                             const char            *tag,
                                                             const char            *new_name);
void                   gloss_vocabulary_change_free         (GlossVocabularyChange *self);

/* TRUE when there is nothing to change. */
gboolean               gloss_vocabulary_change_is_empty     (GlossVocabularyChange *self);

/* Makes the change, or takes it back. */
gboolean               gloss_vocabulary_change_make         (GlossVocabularyChange *self,
                                                             GlossVocabulary       *vocabulary,
                                                             gboolean               forwards,
                                                             GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlossVocabularyChange, gloss_vocabulary_change_free)

G_END_DECLS
