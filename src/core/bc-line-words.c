/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-line-words.h"

#include "bc-line.h"

struct _BcLineWords {
  GStrvBuilder *typed;
  GHashTable *folded;
};

BcLineWords *
bc_line_words_new (void)
{
  BcLineWords *self = g_new0 (BcLineWords, 1);

  self->typed = g_strv_builder_new ();
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
bc_line_words_free (BcLineWords *self)
{
  g_strv_builder_unref (self->typed);
  g_hash_table_unref (self->folded);
  g_free (self);
}

void
bc_line_words_add (BcLineWords *self,
                   const char  *word,
                   gsize        length)
{
  g_autofree char *typed = g_strndup (word, length);

  if (g_hash_table_add (self->folded, bc_line_fold_word (typed)))
    g_strv_builder_add (self->typed, typed);
}

char **
bc_line_words_to_strv (BcLineWords *self)
{
  return g_strv_builder_end (self->typed);
}

/* Decomposed before it is folded, since folding looks at single characters:
 * Unicode, section 3.13, canonical caseless matching. */
char *
bc_line_fold_word (const char *word)
{
  g_autofree char *valid = g_utf8_make_valid (word, -1);
  g_autofree char *decomposed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFD);
  g_autofree char *folded = g_utf8_casefold (decomposed, -1);

  return g_utf8_normalize (folded, -1, G_NORMALIZE_NFC);
}
