/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/bc-plain-text.h"

static const struct {
  const char *name;
  const char *text;
  guint max;
  const char *line;
} cases[] = {
  { "as-it-is", "fix the parser test", 40, "fix the parser test" },
  { "null", NULL, 40, "" },
  { "empty", "", 40, "" },
  { "blanks-only", " \t\n ", 40, "" },
  { "blanks-around", "  next \n", 4, "next" },
  { "breaks-and-tabs", "one\r\n\ttwo\vthree", 40, "one two three" },
  { "line-separators", "one\u2028two\u2029three\xc2\x85" "four", 40, "one two three four" },
  { "control", "a\001b\033[31mc\177", 40, "a b [31mc" },
  { "exact-fit", "abcde", 5, "abcde" },
  { "one-too-many", "abcdef", 5, "abcde…" },
  { "cut-at-a-blank", "abc def", 4, "abc…" },
  { "overrides-dropped", "\u202egpj.exe\u202c", 40, "gpj.exe" },
  { "byte-order-mark", "\ufeffnext", 40, "next" },
  { "isolates-stay", "Resume \u2068שלום\u2069 now", 40, "Resume \u2068שלום\u2069 now" },
  { "isolate-closed", "\u2067abcdef", 3, "\u2067abc…\u2069" },
  { "blank-before-isolate", "a \u2068b\u2069 c", 40, "a \u2068b\u2069 c" },
  { "stray-pop", "a\u2069b", 40, "ab" },
  { "invalid", "a\xff\xfe" "b", 40, "a\ufffd\ufffdb" },
  { "torn", "caf\xc3", 40, "caf\ufffd" },
  { "combining", "e\u0301e\u0301e\u0301", 2, "e\u0301e\u0301…" },
  { "family", "👨‍👩‍👧‍👦👨‍👩‍👧‍👦x", 2, "👨‍👩‍👧‍👦👨‍👩‍👧‍👦…" },
  { "skin-tone", "👍🏽👍🏽", 1, "👍🏽…" },
  { "flags", "🇩🇪🇫🇷🇪🇸", 2, "🇩🇪🇫🇷…" },
  { "hangul", "\u1112\u1161\u11ab\u1100\u1173\u11af", 1, "\u1112\u1161\u11ab…" },
  { "japanese", "次の一歩", 3, "次の一…" },
};

static void
test_line (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *line = bc_plain_text_line (cases[i].text, cases[i].max);

  g_assert_cmpstr (line, ==, cases[i].line);
  g_assert_true (g_utf8_validate (line, -1, NULL));
}

static void
test_paragraph (void)
{
  g_autofree char *text = bc_plain_text_paragraph ("where\n\n  topic\t!d\n", 100);

  g_assert_cmpstr (text, ==, "where\ntopic !d");
}

static void
test_without_end (void)
{
  static const char * const endless[] = { "\u0301", "\u2068", "\u2068\u2069", "\u200d", "\u200f", "x", "🇩" };

  for (guint i = 0; i < G_N_ELEMENTS (endless); i++)
    {
      g_autoptr (GString) text = g_string_new ("e");
      g_autofree char *line = NULL;

      for (guint n = 0; n < 100000; n++)
        g_string_append (text, endless[i]);
      line = bc_plain_text_line (text->str, 40);

      g_assert_cmpuint (strlen (line), <, 3000);
      g_assert_true (g_utf8_validate (line, -1, NULL));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/desktop/text/line/", cases[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_line);
    }
  g_test_add_func ("/desktop/text/paragraph", test_paragraph);
  g_test_add_func ("/desktop/text/without-end", test_without_end);

  return g_test_run ();
}
