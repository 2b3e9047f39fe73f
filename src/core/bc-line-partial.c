/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-line.h"

#include <string.h>

#include "bc-line-chars.h"
#include "bc-line-scan.h"

static const char *
find_word_start (const char *text,
                 const char *caret)
{
  const char *at = caret;

  while (at > text)
    {
      const char *before = g_utf8_prev_char (at);

      if (bc_line_char_is_blank (g_utf8_get_char (before)))
        break;
      at = before;
    }

  return at;
}

/* A joiner may stand at the end here, since more is to come: `#release/`. */
static const char *
find_name_end (const char *name,
               const char *caret)
{
  const char *end = bc_line_scan_name (name);
  gboolean joins = end > name && end < caret && bc_line_char_is_joiner (g_utf8_get_char (end));

  return joins ? g_utf8_next_char (end) : end;
}

gboolean
bc_line_find_partial (const char    *text,
                      gsize          caret,
                      BcLinePartial *partial)
{
  const char *at;
  const char *start;
  const char *end;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (caret <= strlen (text), FALSE);

  at = text + caret;
  start = find_word_start (text, at);
  if (at == start || (*start != '#' && *start != '@'))
    return FALSE;

  end = find_name_end (start + 1, at);
  if (at > end || bc_line_scan_closing (end) == NULL)
    return FALSE;

  partial->sign = *start;
  partial->start = start - text;
  partial->end = end - text;
  partial->prefix = g_strndup (start + 1, at - start - 1);

  return TRUE;
}

void
bc_line_partial_clear (BcLinePartial *partial)
{
  g_clear_pointer (&partial->prefix, g_free);
}
