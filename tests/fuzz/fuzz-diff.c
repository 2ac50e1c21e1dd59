/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Property: from the difference of two texts both can be told again, to the byte. The input is the
 * coarseness, as a digit, the old text, a NUL byte and the new text. */

#include "comparison/gloss-diff.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  static const char *const languages[] = { "en", "zh", "th", "und" };
  g_autofree char *input = g_strndup ((const char *) data, size);
  g_autofree char *rest = NULL;
  g_autofree char *old_text = NULL;
  g_autofree char *new_text = NULL;
  g_autoptr (GArray) stretches = NULL;
  g_autoptr (GString) old_again = g_string_new (NULL);
  g_autoptr (GString) new_again = g_string_new (NULL);
  gsize length = strlen (input);
  guint coarseness = length > 0 ? (guchar) input[0] % 9 : 0;

  /* What a reader of files lets through is UTF-8. */
  if (length < size)
    rest = g_strndup ((const char *) data + length + 1, size - length - 1);
  old_text = g_utf8_make_valid (length > 0 ? input + 1 : "", -1);
  new_text = g_utf8_make_valid (rest != NULL ? rest : "", -1);

  stretches = gloss_diff_texts (old_text, new_text, languages[size % G_N_ELEMENTS (languages)], coarseness);
  for (guint i = 0; i < stretches->len; i++)
    {
      const GlossDiffStretch *stretch = &g_array_index (stretches, GlossDiffStretch, i);

      if (stretch->length == 0 || stretch->old_start != old_again->len || stretch->new_start != new_again->len ||
          (i > 0 && stretch->op == g_array_index (stretches, GlossDiffStretch, i - 1).op))
        abort ();
      if (stretch->op != GLOSS_DIFF_ADDED)
        g_string_append_len (old_again, old_text + stretch->old_start, stretch->length);
      if (stretch->op != GLOSS_DIFF_REMOVED)
        g_string_append_len (new_again, new_text + stretch->new_start, stretch->length);
    }
  if (!g_str_equal (old_again->str, old_text) || !g_str_equal (new_again->str, new_text))
    abort ();

  return 0;
}
