/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-line.h"

#include <string.h>

static void
test_record (void)
{
  const char *typed = "  \\#a\tb\r\n > next  #x ";
  g_autoptr (BcLine) line = bc_line_parse (typed);

  g_assert_cmpstr (bc_line_get_text (line), ==, typed);
  g_assert_cmpstr (bc_line_get_where (line), ==, "#a b");
  g_assert_cmpstr (bc_line_get_next (line), ==, "next");
}

static void
test_reference (void)
{
  g_autoptr (BcLine) line = bc_line_parse ("a");
  g_autoptr (BcLine) same = bc_line_ref (line);
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, BC_TYPE_LINE);
  g_value_set_boxed (&value, same);
  g_assert_true (g_value_get_boxed (&value) == line);
}

static void
test_verbatim (void)
{
  g_autoptr (BcLine) line = bc_line_new_verbatim (" + a > b\n#c @d !bug ~5m \\#e ");

  g_assert_true (bc_line_is_verbatim (line));
  g_assert_cmpstr (bc_line_get_text (line), ==, " + a > b\n#c @d !bug ~5m \\#e ");
  g_assert_cmpstr (bc_line_get_where (line), ==, "+ a > b #c @d !bug ~5m \\#e");
  g_assert_null (bc_line_get_next (line));
  g_assert_null (bc_line_get_topics (line)[0]);
  g_assert_null (bc_line_get_persons (line)[0]);
  g_assert_cmpint (bc_line_get_kind (line), ==, BC_KIND_NONE);
  g_assert_cmpint (bc_line_get_timebox_s (line), ==, 0);
  g_assert_false (bc_line_is_ask (line));
}

static void
test_mark (void)
{
  static const char * const marks[] = { "", " ", "\t\n", "\u00A0\u3000", "\u2028" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autoptr (BcLine) line = bc_line_parse (marks[i]);
      g_autoptr (BcLine) verbatim = bc_line_new_verbatim (marks[i]);

      g_assert_true (bc_line_is_mark (line));
      g_assert_true (bc_line_is_mark (verbatim));
      g_assert_null (bc_line_get_headline (line));
    }
}

static void
test_mark_not (void)
{
  static const char * const lines[] = { "a", "#a", "+", ">", "\\", "\u200B" };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (BcLine) line = bc_line_parse (lines[i]);

      g_assert_false (bc_line_is_mark (line));
    }
}

static void
test_headline (void)
{
  g_autoptr (BcLine) both = bc_line_parse ("where > next");
  g_autoptr (BcLine) where = bc_line_parse ("where");
  g_autoptr (BcLine) markers = bc_line_parse ("#a @b");

  g_assert_cmpstr (bc_line_get_headline (both), ==, "next");
  g_assert_cmpstr (bc_line_get_headline (where), ==, "where");
  g_assert_null (bc_line_get_headline (markers));
}

static void
test_wide_blanks (void)
{
  static const char * const blanks[] = { "\u00A0", "\u2003", "\u202F", "\u3000", "\u1680", "\v", "\f", "\xc2\x85", "\u2028" };

  for (guint i = 0; i < G_N_ELEMENTS (blanks); i++)
    {
      g_autofree char *text = g_strconcat ("修理", blanks[i], ">", blanks[i], "次", blanks[i], "#账单", NULL);
      g_autoptr (BcLine) line = bc_line_parse (text);

      g_assert_cmpstr (bc_line_get_where (line), ==, "修理");
      g_assert_cmpstr (bc_line_get_next (line), ==, "次");
      g_assert_cmpstr (bc_line_get_topics (line)[0], ==, "账单");
    }
}

static void
test_inner_blanks (void)
{
  g_autoptr (BcLine) line = bc_line_parse ("42\u00A0km\u3000\u2028x\vy");

  g_assert_cmpstr (bc_line_get_where (line), ==, "42\u00A0km\u3000 x y");
}

static void
test_no_width (void)
{
  g_autoptr (BcLine) line = bc_line_parse ("a\u200B#b \uFEFF#c");

  g_assert_cmpstr (bc_line_get_where (line), ==, "a\u200B#b \uFEFF#c");
  g_assert_null (bc_line_get_topics (line)[0]);
}

static void
test_joiners (void)
{
  g_autoptr (BcLine) line = bc_line_parse ("#می\u200Cخواهم #ශ්\u200Dරී then #a\u200C");

  g_assert_cmpstr (bc_line_get_topics (line)[0], ==, "می\u200Cخواهم");
  g_assert_cmpstr (bc_line_get_topics (line)[1], ==, "ශ්\u200Dරී");
  g_assert_null (bc_line_get_topics (line)[2]);
}

static void
test_composed (void)
{
  g_autoptr (BcLine) line = bc_line_parse ("#cafe\u0301 #Caf\u00E9 x");

  g_assert_cmpstr (bc_line_get_topics (line)[0], ==, "cafe\u0301");
  g_assert_null (bc_line_get_topics (line)[1]);
}

static void
test_invalid (void)
{
  g_autoptr (BcLine) line = bc_line_parse ("a \xff\xe6\xbc");

  g_assert_true (g_utf8_validate (bc_line_get_text (line), -1, NULL));
  g_assert_true (g_str_has_prefix (bc_line_get_where (line), "a \uFFFD"));
}

static void
assert_refused (const char  *text,
                gssize       length,
                BcLineError  code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (bc_line_validate (text, length, &error));
  g_assert_error (error, BC_LINE_ERROR, (int) code);
}

static void
test_validate (void)
{
  g_autofree char *full = g_strnfill (BC_LINE_MAX_CHARS, 'x');
  g_autofree char *over = g_strnfill (BC_LINE_MAX_CHARS + 1, 'x');
  g_autoptr (GString) wide = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < BC_LINE_MAX_CHARS; i++)
    g_string_append (wide, "漢");

  g_assert_true (bc_line_validate ("", -1, &error));
  g_assert_true (bc_line_validate ("ab", 1, &error));
  g_assert_true (bc_line_validate (full, -1, &error));
  g_assert_true (bc_line_validate (wide->str, wide->len, &error));
  g_assert_no_error (error);
  assert_refused ("a\0b", 3, BC_LINE_ERROR_NUL);
  assert_refused ("a\xff", -1, BC_LINE_ERROR_NOT_UTF8);
  assert_refused ("\xed\xa0\x80", -1, BC_LINE_ERROR_NOT_UTF8);
  assert_refused ("漢", 2, BC_LINE_ERROR_NOT_UTF8);
  assert_refused (over, -1, BC_LINE_ERROR_TOO_LONG);
}

static void
test_kinds (void)
{
  for (BcKind kind = BC_KIND_NONE + 1; kind <= BC_KIND_LAST; kind++)
    g_assert_cmpint (bc_kind_from_string (bc_kind_to_string (kind)), ==, kind);

  g_assert_null (bc_kind_to_string (BC_KIND_NONE));
  g_assert_cmpint (bc_kind_from_string (NULL), ==, BC_KIND_NONE);
  g_assert_cmpint (bc_kind_from_string (""), ==, BC_KIND_NONE);
  g_assert_cmpint (bc_kind_from_string ("b"), ==, BC_KIND_NONE);
  g_assert_cmpint (bc_kind_from_string ("s"), ==, BC_KIND_NONE);
  g_assert_cmpint (bc_kind_from_string ("Q"), ==, BC_KIND_QUESTION);
  g_assert_cmpint (bc_kind_from_string ("Inc"), ==, BC_KIND_INCIDENT);
  g_assert_cmpint (bc_kind_from_string ("bugs"), ==, BC_KIND_NONE);
}

static void
test_fold_word (void)
{
  static const char * const pairs[][2] = {
    { "Billing", "bILLING" },
    { "Straße", "STRASSE" },
    { "ΣΊΣΥΦΟΣ", "σίσυφος" },
    { "Привет", "ПРИВЕТ" },
    { "caf\u00E9", "CAFE\u0301" },
    { "ǅ", "ǆ" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *first = bc_line_fold_word (pairs[i][0]);
      g_autofree char *second = bc_line_fold_word (pairs[i][1]);

      g_assert_cmpstr (first, ==, second);
    }
}

static void
test_compose (gconstpointer data)
{
  const char * const *self = data;
  g_autofree char *text = bc_line_compose_text (self[0], self[1]);
  g_autoptr (BcLine) line = bc_line_parse (text);

  g_assert_cmpstr (text, ==, self[2]);
  g_assert_cmpstr (bc_line_get_next (line), ==, self[3]);
}

static const char * const compose_cases[][4] = {
  { "where #a", "next", "where #a > next", "next" },
  { "", "next", "> next", "next" },
  { "where", "", "where", NULL },
  { "where", " ", "where", NULL },
  { "a > b", "c", "a > b > c", "c" },
  { "a >", "c", "a > > c", "c" },
  { "a", "b > c > 3", "a > b \\> c > 3", "b > c > 3" },
  { "a", "b \\> c", "a > b \\> c", "b > c" },
  { "a", "3 tests fail", "a > \"3 tests fail\"", "\"3 tests fail\"" },
  { "a", "> b", "a > \"> b\"", "\"> b\"" },
  { "a", "(b) > c", "a > \"(b) \\> c\"", "\"(b) > c\"" },
  { "a", "#t b", "a > #t b", "b" },
  { "a", "`b`", "a > `b`", "`b`" },
};

typedef struct {
  const char *text;   /* with a | where the caret stands */
  const char *found;  /* from the sign to the end, NULL for none */
  const char *prefix;
} PartialCase;

static const PartialCase partial_cases[] = {
  { "#|", "#", "" },
  { "fix it #bil|", "#bil", "bil" },
  { "ask @a|", "@a", "a" },
  { "ask @|ana now", "@ana", "" },
  { "ask @a|na now", "@ana", "a" },
  { "see #bil|ling. Then", "#billing", "bil" },
  { "#release/|", "#release/", "release/" },
  { "#release/1.|", "#release/1.", "release/1." },
  { "#账|单", "#账单", "账" },
  { "a\t#b|", "#b", "b" },
  { "a\u3000#b|", "#b", "b" },
  { "|", NULL, NULL },
  { "|#a", NULL, NULL },
  { "#a |", NULL, NULL },
  { "word|", NULL, NULL },
  { "a#b|", NULL, NULL },
  { "(#b|", NULL, NULL },
  { "\\#b|", NULL, NULL },
  { "#2|254", NULL, NULL },
  { "#|2254", NULL, NULL },
  { "#c|++", NULL, NULL },
  { "#c+|", NULL, NULL },
  { "#billing,|", NULL, NULL },
  { "@ana|'s", NULL, NULL },
  { "!b|", NULL, NULL },
  { "~25|", NULL, NULL },
  { "##|", NULL, NULL },
};

static void
test_partial (gconstpointer data)
{
  const PartialCase *self = data;
  g_auto (GStrv) halves = g_strsplit (self->text, "|", 2);
  g_autofree char *text = g_strconcat (halves[0], halves[1], NULL);
  g_auto (BcLinePartial) partial = { 0 };
  gboolean found = bc_line_find_partial (text, strlen (halves[0]), &partial);

  g_assert_cmpint (found, ==, self->found != NULL);
  if (!found)
    return;

  g_assert_cmpint (partial.sign, ==, self->found[0]);
  g_assert_cmpstr (partial.prefix, ==, self->prefix);
  g_assert_cmpmem (text + partial.start, partial.end - partial.start,
                   self->found, strlen (self->found));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/line/record/is-kept-as-typed", test_record);
  g_test_add_func ("/core/line/record/is-shared", test_reference);
  g_test_add_func ("/core/line/verbatim/reads-nothing", test_verbatim);
  g_test_add_func ("/core/line/mark/blanks-of-every-sort", test_mark);
  g_test_add_func ("/core/line/mark/anything-else-is-none", test_mark_not);
  g_test_add_func ("/core/line/headline", test_headline);
  g_test_add_func ("/core/line/blanks/part-words-in-every-script", test_wide_blanks);
  g_test_add_func ("/core/line/blanks/only-breaks-are-replaced", test_inner_blanks);
  g_test_add_func ("/core/line/blanks/characters-without-width-are-none", test_no_width);
  g_test_add_func ("/core/line/names/joiners-of-persian-and-sinhala-stand-inside", test_joiners);
  g_test_add_func ("/core/line/names/composed-or-not-is-the-same", test_composed);
  g_test_add_func ("/core/line/bytes-that-are-no-text-are-replaced", test_invalid);
  g_test_add_func ("/core/line/validate", test_validate);
  g_test_add_func ("/core/line/kinds", test_kinds);
  g_test_add_func ("/core/line/fold-word", test_fold_word);
  for (guint i = 0; i < G_N_ELEMENTS (compose_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/line/compose/%u", i);

      g_test_add_data_func (path, compose_cases[i], test_compose);
    }
  for (guint i = 0; i < G_N_ELEMENTS (partial_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/line/partial/%u", i);

      g_test_add_data_func (path, &partial_cases[i], test_partial);
    }

  return g_test_run ();
}
