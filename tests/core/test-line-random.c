/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-line-scan.h"
#include "bc-line.h"
#include "line-properties.h"

#define SEED 20230610
#define LINES 20000

static const char * const pieces[] = {
  " ", " ", " ", "  ", "\t", "\n", "\r\n", "\u00A0", "\u3000", "\u200B", "\uFEFF",
  "#", "@", "!", "~", ">", "+", "\\", " > ", "+ ", " \\> ", "\\#", "\\@", "\\!bug", "\\~5m",
  "#a", "#A", "@a", "#billing", "#Billing", "#release/1.2", "#v1.", "#a/", "!bug", "!q", "!b", "!inc",
  "~25m", "~1h30m", "~90min", "~481m", "~2h", "~", "m", "h", "1", "25", "3",
  "word", "x", "'", "\"", "`", "“", "”", "„", "«", "(", ")", "]", "}", ".", ",", ";", ":", "?", "…", "。", "،",
  "ж", "Ж", "漢", "字", "ع", "ि", "ह", "เ", "́", "\u200C", "\u200D", "ß", "İ", "ſ", "ǰ", "ᾳ", "🔥", "-", "_", "/", "=",
};

static gunichar
random_character (GRand *random)
{
  gunichar c;

  do
    c = g_rand_int_range (random, 1, 0x110000);
  while (!g_unichar_validate (c));

  return c;
}

static char *
random_line (GRand *random)
{
  g_autoptr (GString) line = g_string_new (NULL);
  int length = g_rand_int_range (random, 0, 24);

  for (int i = 0; i < length; i++)
    if (g_rand_int_range (random, 0, 20) > 0)
      g_string_append (line, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
    else
      g_string_append_unichar (line, random_character (random));

  return g_string_free (g_steal_pointer (&line), FALSE);
}

static void
test_properties (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  for (int i = 0; i < LINES; i++)
    {
      g_autofree char *text = random_line (random);

      line_properties_check (text);
    }
}

static void
test_bytes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  for (int i = 0; i < LINES; i++)
    {
      guint8 data[32];
      gsize size = g_rand_int_range (random, 0, sizeof data + 1);

      for (gsize at = 0; at < size; at++)
        data[at] = g_rand_int_range (random, 0, 256);
      line_properties_check_bytes (data, size);
    }
}

static void
test_fold (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  for (gunichar c = 1; c < 0x30000; c++)
    {
      g_autoptr (GString) word = g_string_new (NULL);
      g_autofree char *once = NULL;
      g_autofree char *twice = NULL;

      if (!g_unichar_validate (c))
        continue;
      g_string_append_unichar (word, c);
      if (c % 3 == 0)
        g_string_append_unichar (word, random_character (random));
      once = bc_line_fold_word (word->str);
      twice = bc_line_fold_word (once);
      g_assert_cmpstr (twice, ==, once);
    }
}

static gsize
count_reads (const char *piece,
             guint       characters)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) words = NULL;
  gsize reads;

  while (g_utf8_strlen (text->str, -1) < characters)
    g_string_append (text, piece);
  words = bc_line_scan (text->str, &reads);

  return reads;
}

static void
test_linear (void)
{
  static const char * const adversaries[] = {
    "#", "@", "\\", "> ", " > a", "+ ", "#a.", "#a/", "#a ", "#a, ", "!b ", "!bug ", "~1h30m ", "~", "~1", "~1h", "a.", ".",
    "\\> a ", "\\#a ", ")", "#a)", "\t", "漢", "#漢。", "#\u200D",
  };

  for (guint i = 0; i < G_N_ELEMENTS (adversaries); i++)
    {
      gsize some = count_reads (adversaries[i], 1000);
      gsize many = count_reads (adversaries[i], 10000);

      g_assert_cmpuint (many, <=, 11 * some);
      g_assert_cmpuint (many, <=, 10000 * 8);
    }
}

static void
test_many_topics (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (BcLine) line = NULL;

  for (int i = 0; i < 2000; i++)
    g_string_append_printf (text, "#t%d ", i % 1000);
  line = bc_line_parse (text->str);

  g_assert_cmpuint (g_strv_length ((char **) bc_line_get_topics (line)), ==, 1000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/line-random/what-is-true-of-every-line", test_properties);
  g_test_add_func ("/core/line-random/what-is-true-of-any-bytes", test_bytes);
  g_test_add_func ("/core/line-random/folding-twice-is-folding-once", test_fold);
  g_test_add_func ("/core/line-random/cost-grows-with-length-alone", test_linear);
  g_test_add_func ("/core/line-random/many-topics", test_many_topics);

  return g_test_run ();
}
