/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

#include "bc-cli-fields.h"
#include "bc-json.h"
#include "bc-cli-repository.h"
#include "bc-cli-text.h"
#include "bc-test-dir.h"

static void
assert_clean (const char *text,
              const char *expected)
{
  g_autofree char *clean = bc_text_clean (text);

  g_assert_cmpstr (clean, ==, expected);
}

static void
test_clean (void)
{
  assert_clean ("", "");
  assert_clean ("Ünïcode 漢字 👩‍👩‍👧 שלום", "Ünïcode 漢字 👩‍👩‍👧 שלום");
  assert_clean ("a\nb\tc\r\nd", "a b c  d");
  assert_clean ("\033[31mred\033]0;title\007", "\uFFFD[31mred\uFFFD]0;title\uFFFD");
  assert_clean ("a\x7f" "b\xc2\x9b" "c", "a\uFFFDb\uFFFDc");
  assert_clean ("a\u202Eb\u2066c\u2069", "a\uFFFDb\uFFFDc\uFFFD");
  assert_clean ("a\u2028b", "a b");
  assert_clean ("a\xff", "a\uFFFD");
}

static void
test_age (void)
{
  static const struct {
    gint64 age_s;
    const char *text;
  } cases[] = {
    { -100, "just now" }, { 0, "just now" }, { 59, "just now" },
    { 60, "1 minute ago" }, { 125, "2 minutes ago" }, { 3599, "59 minutes ago" },
    { 3600, "1 hour ago" }, { 7300, "2 hours ago" }, { 86399, "23 hours ago" },
    { 86400, "1 day ago" }, { 40 * 86400, "40 days ago" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *age = bc_cli_text_format_age (cases[i].age_s * G_USEC_PER_SEC);

      g_assert_cmpstr (age, ==, cases[i].text);
    }
}

static void
test_duration (void)
{
  static const struct {
    gint64 duration_s;
    const char *text;
  } cases[] = {
    { -1, "0 s" }, { 0, "0 s" }, { 59, "59 s" }, { 60, "1 min" }, { 3599, "59 min" },
    { 3600, "1 h 0 min" }, { 4800, "1 h 20 min" }, { 200000, "55 h 33 min" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *duration = bc_cli_text_format_duration (cases[i].duration_s * G_USEC_PER_SEC);

      g_assert_cmpstr (duration, ==, cases[i].text);
    }
}

static void
assert_fields (const char *name,
               const char *value,
               const char *expected)
{
  g_autoptr (GString) out = g_string_new (NULL);

  bc_cli_fields_append (out, name, value);
  g_assert_cmpstr (out->str, ==, expected);
}

static void
test_fields_are_two_columns (void)
{
  assert_fields ("App", "running", "App            running\n");
  assert_fields ("", "not x11", "               not x11\n");
  assert_fields ("漢字", "a", "漢字           a\n");
  assert_fields ("much too long a name", "a", "much too long a name a\n");
  assert_fields ("App", "a\nb\033[m", "App            a b\uFFFD[m\n");
}

static void
test_fields_go_on_below (void)
{
  assert_fields ("idle", "123456789 123456789 123456789 123456789 123456789 123456789 12345 next",
                 "idle           123456789 123456789 123456789 123456789 123456789 123456789 12345\n"
                 "               next\n");
  assert_fields ("Data", "/a/path/that/is/longer/than/the/whole/of/the/line/and/is/to/be/copied/as/it/is now",
                 "Data           /a/path/that/is/longer/than/the/whole/of/the/line/and/is/to/be/copied/as/it/is\n"
                 "               now\n");
}

static BcCrumb *
make_crumb (const char      *text,
            BcContextFields *context_fields)
{
  g_autoptr (BcLine) line = bc_line_parse (text);
  g_autoptr (BcContext) context = context_fields != NULL ? bc_context_new (context_fields) : NULL;
  BcCrumbFields fields = {
    .id = "01a20aea-9c4e-7df3-8914-642f85f3ecfd",
    .created_us = 1795428671500000,
    .line = line,
    .kind = bc_line_get_kind (line),
    .context = context,
  };

  return bc_crumb_new (&fields);
}

static void
test_row (void)
{
  BcCliStyle style = { .now_us = 1795428671500000 + 7 * 60 * G_USEC_PER_SEC };
  g_autoptr (BcCrumb) crumb = make_crumb ("a\033 > b #t @p !q ~5m", NULL);
  g_autoptr (GString) out = g_string_new (NULL);

  bc_cli_text_append_row (out, &style, crumb);
  g_assert_cmpstr (out->str, ==, "85f3ecfd  7 minutes ago   open      b  #t @p !question ~5m\n");
  g_assert_finalize_object (g_steal_pointer (&crumb));
}

static void
test_row_bold (void)
{
  BcCliStyle style = { .bold = TRUE };
  g_autoptr (BcCrumb) crumb = make_crumb ("a > b", NULL);
  g_autoptr (GString) out = g_string_new (NULL);

  bc_cli_text_append_row (out, &style, crumb);
  g_assert_true (g_str_has_suffix (out->str, "\033[1mb\033[0m\n"));
}

static void
test_card (void)
{
  BcContextFields context = { .application = "editor", .title = "a\033.c", .directory = "/src", .repository = "r", .branch = "b" };
  BcCliStyle style = { 0 };
  g_autoptr (BcCrumb) crumb = make_crumb ("where > next", &context);
  g_autoptr (GString) out = g_string_new (NULL);

  bc_cli_text_append_card (out, &style, crumb);
  g_assert_true (g_str_has_prefix (out->str, "next\n  where\n  a\uFFFD.c (editor)\n  /src (r, b)\n  85f3ecfd · open · "));
}

static void
test_json (void)
{
  BcContextFields context = { .title = "t" };
  g_autoptr (BcCrumb) crumb = make_crumb ("+ a\037\033\"\\ > b #t @p !q ~5m", &context);
  g_autoptr (GString) out = g_string_new (NULL);

  bc_json_append_crumb (out, crumb);
  g_assert_cmpstr (out->str, ==,
                   "{\"schema\":1,\"id\":\"01a20aea-9c4e-7df3-8914-642f85f3ecfd\",\"created\":\"2026-11-23T10:11:11.500000Z\","
                   "\"line\":\"+ a\\u001f\\u001b\\\"\\\\ > b #t @p !q ~5m\",\"where\":\"a\\u001f\\u001b\\\"\\\\\",\"next\":\"b\","
                   "\"topics\":[\"t\"],\"persons\":[\"p\"],\"kind\":\"question\",\"timebox_s\":300,\"ask\":true,\"state\":\"open\","
                   "\"context\":{\"application\":null,\"title\":\"t\",\"directory\":null,\"repository\":null,\"branch\":null}}\n");
}

typedef struct {
  char *dir;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->dir = bc_test_dir_new ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  bc_test_dir_remove (fixture->dir);
}

static void
write_file (Fixture    *fixture,
            const char *path,
            const char *content)
{
  g_autofree char *file = g_build_filename (fixture->dir, path, NULL);
  g_autofree char *folder = g_path_get_dirname (file);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (file, content, -1, &error);
  g_assert_no_error (error);
}

static void
assert_repository (Fixture    *fixture,
                   const char *directory,
                   const char *repository,
                   const char *branch)
{
  g_autofree char *path = g_build_filename (fixture->dir, directory, NULL);
  g_autoptr (BcContext) context = bc_cli_repository_read (path);

  g_assert_cmpstr (bc_context_get_directory (context), ==, path);
  g_assert_cmpstr (bc_context_get_repository (context), ==, repository);
  g_assert_cmpstr (bc_context_get_branch (context), ==, branch);
}

static void
test_repository (Fixture       *fixture,
                 gconstpointer  data)
{
  write_file (fixture, "shop/.git/HEAD", "ref: refs/heads/feature/new-login\n");
  write_file (fixture, "shop/src/deep/file", "");

  assert_repository (fixture, "shop", "shop", "feature/new-login");
  assert_repository (fixture, "shop/src/deep", "shop", "feature/new-login");
}

static void
test_detached (Fixture       *fixture,
               gconstpointer  data)
{
  write_file (fixture, "shop/.git/HEAD", "3f786850e387550fdab836ed7e6dc881de23001b\n");

  assert_repository (fixture, "shop", "shop", NULL);
}

static void
test_worktree (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *link = g_strdup_printf ("gitdir: %s/shop/.git/worktrees/hotfix\n", fixture->dir);

  write_file (fixture, "shop/.git/HEAD", "ref: refs/heads/main\n");
  write_file (fixture, "shop/.git/worktrees/hotfix/HEAD", "ref: refs/heads/hotfix-7\n");
  write_file (fixture, "shop/.git/worktrees/hotfix/commondir", "../..\n");
  write_file (fixture, "elsewhere/.git", link);

  assert_repository (fixture, "elsewhere", "shop", "hotfix-7");
}

static void
test_submodule (Fixture       *fixture,
                gconstpointer  data)
{
  write_file (fixture, "shop/.git/modules/lib/HEAD", "ref: refs/heads/dev\n");
  write_file (fixture, "shop/lib/.git", "gitdir: ../.git/modules/lib\n");

  assert_repository (fixture, "shop/lib", "lib", "dev");
}

static void
test_nonsense (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *fifo = g_build_filename (fixture->dir, "fifo", ".git", "HEAD", NULL);
  g_autofree char *long_line = g_strnfill (100000, 'x');

  write_file (fixture, "empty/.git/config", "");
  write_file (fixture, "long/.git/HEAD", long_line);
  write_file (fixture, "fifo/.git/config", "");
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);

  assert_repository (fixture, "empty", "empty", NULL);
  assert_repository (fixture, "long", "long", NULL);
  assert_repository (fixture, "fifo", "fifo", NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/text/clean", test_clean);
  g_test_add_func ("/cli/text/age", test_age);
  g_test_add_func ("/cli/text/duration", test_duration);
  g_test_add_func ("/cli/text/fields/are-two-columns", test_fields_are_two_columns);
  g_test_add_func ("/cli/text/fields/go-on-below", test_fields_go_on_below);
  g_test_add_func ("/cli/text/row", test_row);
  g_test_add_func ("/cli/text/row-on-a-terminal", test_row_bold);
  g_test_add_func ("/cli/text/card", test_card);
  g_test_add_func ("/cli/json/crumb", test_json);
  g_test_add ("/cli/repository/folder", Fixture, NULL, set_up, test_repository, tear_down);
  g_test_add ("/cli/repository/detached", Fixture, NULL, set_up, test_detached, tear_down);
  g_test_add ("/cli/repository/worktree", Fixture, NULL, set_up, test_worktree, tear_down);
  g_test_add ("/cli/repository/submodule", Fixture, NULL, set_up, test_submodule, tear_down);
  g_test_add ("/cli/repository/nonsense", Fixture, NULL, set_up, test_nonsense, tear_down);

  return g_test_run ();
}
