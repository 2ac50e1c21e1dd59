/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-function-words"

#include "config.h"

#include "comparison/gloss-function-words.h"

#include <string.h>

/* Words of negation are not among them: they carry the meaning of a clause. */
static const struct
{
  const char *language;
  const char *words;
} lists[] = {
  { "en",
    " a an the of to in on at by for from with without within into onto upon under over between"
    " through during before after against about as and or nor but if then than that this these"
    " those which who whom whose what where when while is are was were be been being am do does"
    " did has have had having it its they them their theirs he him his she her hers we us our"
    " you your i any all each every such other shall may must will would should can could"
    " so also only there here thereof therein thereto hereby herein inter alia up out per via " },
  { "fr",
    " le la les l un une des du de d à au aux en dans sur sous par pour avec sans entre vers chez"
    " et ou ni mais si que qu qui quoi dont où ce cet cette ces son sa ses leur leurs il ils elle"
    " elles on nous vous je se s y est sont été être était a ont avoir ait soit comme"
    " tout toute tous toutes aussi ainsi plus même " },
  { "es",
    " el la los las lo un una unos unas de del a al en con sin por para sobre entre hasta desde"
    " hacia según y e o u ni pero si que quien quienes cual cuales cuyo cuya su sus se le les es"
    " son era ser sido está están ha han haber haya como más también este esta estos estas ese"
    " esa todo toda todos todas cuando donde " },
  { "ru",
    " и в во на с со к ко о об от до по за из у для при над под без между через про перед а но или"
    " либо ни же ли бы что чтобы как так если то этот эта это эти этого этой этих тот та те того"
    " той тех который которая которое которые которых которым которой которого его ее её их он она"
    " оно они мы вы я быть был была было были есть является также все всех всем всеми свой своих"
    " своей " },
  { "ar",
    " في من إلى على عن مع أن إن أو و ما هذا هذه ذلك تلك التي الذي الذين كما قد كل بين بعد قبل"
    " عند لم لن أي هو هي هم كان كانت ثم حتى " },
  { "zh",
    " 的 了 和 与 及 或 在 于 以 为 是 之 其 而 由 对 从 被 把 将 并 也 都 就 等 这 那 此 该 所 且 则 有 各 向 到"
    " 與 於 為 對 從 將 這 該 則 個 个 " },
  { "de",
    " der die das den dem des ein eine einer eines einem einen und oder aber auch als an am auf aus"
    " bei beim bis durch für gegen in im ins mit nach ohne seit über um unter von vom vor während zu"
    " zum zur zwischen ist sind war waren sein wird werden wurde hat haben kann können soll sollen"
    " darf dürfen muss müssen dass wenn weil wie so es er sie ihr ihre ihren ihrer"
    " sich dieser diese dieses diesen diesem jeder jede jedes welche welcher welches sowie " },
};

/* The languages that have each word, as a mask of the numbers of their lists. */
static GHashTable *
ensure_languages (void)
{
  static GHashTable *languages = NULL;

  if (g_once_init_enter_pointer (&languages))
    {
      GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
        for (const char *word = lists[i].words + 1; *word != '\0';)
          {
            gsize length = strcspn (word, " ");
            char *key = g_strndup (word, length);
            guint mask = GPOINTER_TO_UINT (g_hash_table_lookup (table, key));

            g_hash_table_insert (table, key, GUINT_TO_POINTER (mask | 1u << i));
            word += length + 1;
          }
      g_once_init_leave_pointer (&languages, table);
    }

  return languages;
}

gboolean
gloss_is_function_word (const char *language,
                        const char *word)
{
  guint mask = GPOINTER_TO_UINT (g_hash_table_lookup (ensure_languages (), word));
  gsize length = strcspn (language, "-_");

  if (mask == 0 || length == 0 || (length == 3 && strncmp (language, "und", 3) == 0))
    return mask != 0;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if ((mask & 1u << i) != 0 && strlen (lists[i].language) == length &&
        g_ascii_strncasecmp (lists[i].language, language, length) == 0)
      return TRUE;

  return FALSE;
}
