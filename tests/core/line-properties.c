/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "line-properties.h"

#include <string.h>

#include "bc-line-chars.h"
#include "bc-line-scan.h"
#include "bc-line.h"

#define READS_PER_CHARACTER 8
#define CARETS 50

static void
assert_shown (const char *shown,
              const char *text)
{
  g_assert_true (g_utf8_validate (shown, -1, NULL));
  g_assert_cmpuint (strlen (shown), <=, strlen (text));
  if (*shown == '\0')
    return;

  g_assert_false (bc_line_char_is_blank (g_utf8_get_char (shown)));
  g_assert_false (bc_line_char_is_blank (g_utf8_get_char (g_utf8_prev_char (strchr (shown, '\0')))));
  for (const char *at = shown; *at != '\0'; at = g_utf8_next_char (at))
    g_assert_false (bc_line_char_is_break (g_utf8_get_char (at)));
}

static void
assert_words (const char * const *words)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *folded = bc_line_fold_word (words[i]);
      g_autofree char *again = bc_line_fold_word (folded);

      g_assert_cmpstr (again, ==, folded);
      g_assert_true (g_hash_table_add (seen, g_steal_pointer (&folded)));
      g_assert_true (g_unichar_isalpha (g_utf8_get_char (words[i])));
      g_assert_true (*bc_line_scan_name (words[i]) == '\0');
    }
}

static void
assert_fields (BcLine *line)
{
  gint64 timebox_s = bc_line_get_timebox_s (line);

  assert_shown (bc_line_get_where (line), bc_line_get_text (line));
  if (bc_line_get_next (line) != NULL)
    {
      assert_shown (bc_line_get_next (line), bc_line_get_text (line));
      g_assert_cmpstr (bc_line_get_next (line), !=, "");
      g_assert_cmpstr (bc_line_get_headline (line), ==, bc_line_get_next (line));
    }
  assert_words (bc_line_get_topics (line));
  assert_words (bc_line_get_persons (line));
  g_assert_true (timebox_s == 0 || (timebox_s >= 60 && timebox_s <= 8 * 3600));
}

static void
assert_mark (BcLine *line)
{
  if (!bc_line_is_mark (line))
    return;

  g_assert_cmpstr (bc_line_get_where (line), ==, "");
  g_assert_null (bc_line_get_headline (line));
  g_assert_null (bc_line_get_topics (line)[0]);
  g_assert_false (bc_line_is_ask (line));
}

static void
assert_verbatim (const char *text)
{
  g_autoptr (BcLine) line = bc_line_new_verbatim (text);
  g_autoptr (BcLine) again = bc_line_new_verbatim (bc_line_get_where (line));

  g_assert_true (bc_line_is_verbatim (line));
  g_assert_cmpstr (bc_line_get_text (line), ==, text);
  assert_fields (line);
  g_assert_null (bc_line_get_next (line));
  g_assert_null (bc_line_get_topics (line)[0]);
  g_assert_null (bc_line_get_persons (line)[0]);
  g_assert_cmpint (bc_line_get_kind (line), ==, BC_KIND_NONE);
  g_assert_cmpstr (bc_line_get_where (again), ==, bc_line_get_where (line));
}

/* A shown part, read as a line of its own, is shown as it is, unless it means
 * something new at a line's start, or was escaped, or holds an earlier `>`. */
static void
assert_part_is_stable (const char *part)
{
  g_autoptr (BcLine) line = bc_line_parse (part);

  if (!bc_line_is_ask (line) && bc_line_get_next (line) == NULL)
    g_assert_cmpstr (bc_line_get_where (line), ==, part);
}

static void
assert_parts (BcLine *line)
{
  g_autoptr (BcLine) verbatim = NULL;

  if (strchr (bc_line_get_text (line), '\\') != NULL)
    return;

  verbatim = bc_line_new_verbatim (bc_line_get_text (line));
  g_assert_nonnull (strstr (bc_line_get_where (verbatim), bc_line_get_where (line)));
  assert_part_is_stable (bc_line_get_where (line));
  if (bc_line_get_next (line) != NULL)
    {
      g_autoptr (BcLine) next = bc_line_parse (bc_line_get_next (line));

      g_assert_nonnull (strstr (bc_line_get_where (verbatim), bc_line_get_next (line)));
      g_assert_null (bc_line_get_next (next));
      assert_part_is_stable (bc_line_get_next (line));
    }
}

/* A topic put behind a line is lifted and changes nothing else, but for a `>` or
 * `+` at the line's end, which waits for something to follow. */
static void
assert_topic_is_lifted (BcLine *line)
{
  g_autofree char *longer = g_strconcat (bc_line_get_text (line), " #zyzzyva", NULL);
  g_autoptr (BcLine) verbatim = bc_line_new_verbatim (bc_line_get_text (line));
  g_autoptr (BcLine) after = bc_line_parse (longer);

  g_assert_true (g_strv_contains (bc_line_get_topics (after), "zyzzyva"));
  if (g_str_has_suffix (bc_line_get_where (verbatim), ">") ||
      g_str_has_suffix (bc_line_get_where (verbatim), "+"))
    return;

  g_assert_cmpstr (bc_line_get_where (after), ==, bc_line_get_where (line));
  g_assert_cmpstr (bc_line_get_next (after), ==, bc_line_get_next (line));
  g_assert_cmpint (bc_line_get_kind (after), ==, bc_line_get_kind (line));
  g_assert_cmpint (bc_line_get_timebox_s (after), ==, bc_line_get_timebox_s (line));
  g_assert_cmpint (bc_line_is_ask (after), ==, bc_line_is_ask (line));
}

static void
assert_partials (const char *text)
{
  gsize size = strlen (text);
  guint left = CARETS;

  for (const char *at = text; left-- > 0; at = g_utf8_next_char (at))
    {
      g_auto (BcLinePartial) partial = { 0 };
      gsize caret = at - text;

      if (bc_line_find_partial (text, caret, &partial))
        {
          g_assert_true (partial.sign == '#' || partial.sign == '@');
          g_assert_cmpuint (partial.start, <, caret);
          g_assert_cmpuint (caret, <=, partial.end);
          g_assert_cmpuint (partial.end, <=, size);
          g_assert_cmpmem (partial.prefix, strlen (partial.prefix),
                           text + partial.start + 1, caret - partial.start - 1);
        }
      if (*at == '\0')
        break;
    }
}

static void
assert_linear (const char *text)
{
  gsize reads;
  g_autoptr (GArray) words = bc_line_scan (text, &reads);

  g_assert_cmpuint (reads, <=, READS_PER_CHARACTER * (g_utf8_strlen (text, -1) + 1));
  g_assert_cmpuint (words->len, <=, (g_utf8_strlen (text, -1) + 1) / 2);
}

void
line_properties_check (const char *text)
{
  g_autoptr (BcLine) line = bc_line_parse (text);

  g_assert_cmpstr (bc_line_get_text (line), ==, text);
  g_assert_false (bc_line_is_verbatim (line));
  assert_fields (line);
  assert_mark (line);
  assert_parts (line);
  assert_topic_is_lifted (line);
  assert_verbatim (text);
  assert_partials (text);
  assert_linear (text);
}

void
line_properties_check_bytes (const guint8 *data,
                             gsize         size)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_utf8_make_valid ((const char *) data, size);
  gboolean valid = bc_line_validate ((const char *) data, size, &error);

  g_assert_cmpint (valid, ==, error == NULL);
  if (valid)
    g_assert_cmpmem (text, strlen (text), data, size);

  line_properties_check (text);
}
