/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-text.h"

#define REPLACEMENT 0xFFFD

/* Embeddings, overrides and isolates reach beyond their own text; the marks
 * (U+200E, U+200F, U+061C) do not: UAX #9, section 2. */
gboolean
bc_text_turns_direction (gunichar c)
{
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

static gunichar
clean_character (gunichar c)
{
  if ((c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029)
    return ' ';
  if (g_unichar_iscntrl (c) || bc_text_turns_direction (c))
    return REPLACEMENT;

  return c;
}

char *
bc_text_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) clean = g_string_new (NULL);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    g_string_append_unichar (clean, clean_character (g_utf8_get_char (at)));

  return g_string_free (g_steal_pointer (&clean), FALSE);
}
