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

static char *
lower (const char *text)
{
  g_autoptr (GString) lowered = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    g_string_append_unichar (lowered, g_unichar_tolower (g_utf8_get_char (at)));

  return g_string_free (g_steal_pointer (&lowered), FALSE);
}

/* Decomposed before it is folded, since folding looks at single characters:
 * Unicode, section 3.13, canonical caseless matching. Lowered too, since GLib
 * swaps the cases of Cherokee, whose small letters came later. */
char *
bc_line_fold_word (const char *word)
{
  g_autofree char *valid = g_utf8_make_valid (word, -1);
  g_autofree char *decomposed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFD);
  g_autofree char *lowered = lower (decomposed);
  g_autofree char *folded = g_utf8_casefold (lowered, -1);

  return g_utf8_normalize (folded, -1, G_NORMALIZE_NFC);
}
