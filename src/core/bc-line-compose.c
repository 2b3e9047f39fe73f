/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-line.h"

#include "bc-line-scan.h"

static void
append_escaped (GString    *text,
                const char *next,
                GArray     *words)
{
  const char *at = next;

  for (guint i = 1; i < words->len; i++)
    {
      const BcLineWord *word = &g_array_index (words, BcLineWord, i);

      if (word->escaped || !bc_line_scan_can_split (words, i))
        continue;
      g_string_append_len (text, at, word->start - at);
      g_string_append_c (text, '\\');
      at = word->start;
    }
  g_string_append (text, at);
}

char *
bc_line_compose_text (const char *where,
                      const char *next)
{
  g_autoptr (GArray) words = bc_line_scan (next, NULL);
  GString *text = g_string_new (where);
  gboolean quoted;

  if (words->len == 0)
    return g_string_free (text, FALSE);

  quoted = !bc_line_word_can_begin_next (&g_array_index (words, BcLineWord, 0));
  g_string_append (text, *where != '\0' ? " > " : "> ");
  if (quoted)
    g_string_append_c (text, '"');
  append_escaped (text, next, words);
  if (quoted)
    g_string_append_c (text, '"');

  return g_string_free (text, FALSE);
}
