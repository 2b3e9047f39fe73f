/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-search.h"

static gboolean
has_no_blanks (gunichar c)
{
  switch ((int) g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
word_any (const char *word,
          gboolean  (*test) (gunichar))
{
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (test (g_utf8_get_char (p)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_indexed (gunichar c)
{
  return g_unichar_isalnum (c);
}

/* The index knows no punctuation: "C++" would find every word that begins with c. */
static gboolean
is_punctuated_ascii (const char *word)
{
  gboolean punctuated = FALSE;

  for (const char *p = word; *p != '\0'; p++)
    {
      if (!g_ascii_isgraph (*p))
        return FALSE;
      punctuated |= !g_ascii_isalnum (*p);
    }

  return punctuated;
}

static char *
make_like (const char *word)
{
  GString *pattern = g_string_new ("%");

  for (const char *p = word; *p != '\0'; p++)
    {
      if (*p == '%' || *p == '_' || *p == '\\')
        g_string_append_c (pattern, '\\');
      g_string_append_c (pattern, *p);
    }
  g_string_append_c (pattern, '%');

  return g_string_free (pattern, FALSE);
}

static void
append_term (GString    *match,
             const char *word)
{
  if (match->len > 0)
    g_string_append_c (match, ' ');

  g_string_append_c (match, '"');
  for (const char *p = word; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (match, '"');
      g_string_append_c (match, *p);
    }
  g_string_append (match, "\"*");
}

static void
add_word (GString      *match,
          GStrvBuilder *likes,
          const char   *word)
{
  gboolean whole = word_any (word, has_no_blanks) || !word_any (word, is_indexed);

  if (whole || is_punctuated_ascii (word))
    {
      g_autofree char *like = make_like (word);

      g_strv_builder_add (likes, like);
    }
  if (!whole)
    append_term (match, word);
}

void
bc_search_init (BcSearch   *self,
                const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text != NULL ? text : "", " \t\n\r", -1);
  g_autoptr (GStrvBuilder) likes = g_strv_builder_new ();
  GString *match = g_string_new (NULL);

  for (char **word = words; *word != NULL; word++)
    {
      if (**word != '\0')
        add_word (match, likes, *word);
    }

  self->likes = g_strv_builder_end (likes);
  self->match = g_string_free (match, match->len == 0);
}

void
bc_search_clear (BcSearch *self)
{
  g_clear_pointer (&self->match, g_free);
  g_clear_pointer (&self->likes, g_strfreev);
}
