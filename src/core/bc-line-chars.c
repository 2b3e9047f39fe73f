/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-line-chars.h"

#include <string.h>

gboolean
bc_line_char_is_break (gunichar c)
{
  return (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

gboolean
bc_line_char_is_blank (gunichar c)
{
  if (c < 0x80)
    return c == ' ' || (c >= '\t' && c <= '\r');

  return c == 0x85 || g_unichar_isspace (c);
}

gboolean
bc_line_char_is_name (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalnum ((char) c) || c == '_' || c == '-';

  return g_unichar_isalpha (c) || g_unichar_isdigit (c) || g_unichar_ismark (c);
}

gboolean
bc_line_char_is_joiner (gunichar c)
{
  return c == '.' || c == '/' || c == 0x200C || c == 0x200D;
}

/* Unicode calls these "other punctuation", together with much that closes
 * nothing (`#`, `%`, `\`); this is its Terminal_Punctuation for scripts in use,
 * with the ellipsis and the Hebrew quotes. */
static gboolean
ends_a_phrase (gunichar c)
{
  switch (c)
    {
    case 0x037E: case 0x0387:                           /* Greek */
    case 0x055C: case 0x055D: case 0x055E: case 0x0589: /* Armenian */
    case 0x05C3: case 0x05F3: case 0x05F4:              /* Hebrew */
    case 0x060C: case 0x061B: case 0x061F: case 0x06D4: /* Arabic */
    case 0x0964: case 0x0965:                           /* Indic */
    case 0x0E5A: case 0x0E5B:                           /* Thai */
    case 0x0F0D: case 0x0F0E:                           /* Tibetan */
    case 0x104A: case 0x104B:                           /* Myanmar */
    case 0x1361: case 0x1362: case 0x1363: case 0x1364: /* Ethiopic */
    case 0x1365: case 0x1366: case 0x1367: case 0x1368:
    case 0x17D4: case 0x17D5: case 0x17D6:              /* Khmer */
    case 0x2026: case 0x203C: case 0x203D:              /* general */
    case 0x2047: case 0x2048: case 0x2049:
    case 0x3001: case 0x3002:                           /* Chinese, Japanese */
    case 0xFF01: case 0xFF02: case 0xFF07: case 0xFF0C: /* full width */
    case 0xFF0E: case 0xFF1A: case 0xFF1B: case 0xFF1F:
    case 0xFF61: case 0xFF64:                           /* half width */
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
bc_line_char_is_closing (gunichar c)
{
  GUnicodeType type;

  if (c < 0x80)
    return c != 0 && strchr (",.;:!?)]}'\"", (int) c) != NULL;

  /* German closes with what English opens with. */
  type = g_unichar_type (c);

  return type == G_UNICODE_CLOSE_PUNCTUATION ||
         type == G_UNICODE_FINAL_PUNCTUATION ||
         type == G_UNICODE_INITIAL_PUNCTUATION ||
         ends_a_phrase (c);
}

gboolean
bc_line_char_is_quote (gunichar c)
{
  GUnicodeType type;

  if (c < 0x80)
    return c == '\'' || c == '"' || c == '`';

  switch (c)
    {
    case 0x201A: case 0x201E:                           /* low quotes */
    case 0x05F3: case 0x05F4:                           /* Hebrew */
    case 0x300A: case 0x300C: case 0x300E: case 0x301D: /* Chinese, Japanese */
    case 0xFE41: case 0xFE43: case 0xFF62:
    case 0xFF02: case 0xFF07: case 0xFF40:              /* full width */
      return TRUE;
    default:
      type = g_unichar_type (c);
      return type == G_UNICODE_INITIAL_PUNCTUATION || type == G_UNICODE_FINAL_PUNCTUATION;
    }
}
