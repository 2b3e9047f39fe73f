/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-line.h"

/*
 * Every case of line-cases-*.ini is a test of its own.
 */

typedef struct {
  GKeyFile *file;
  char *group;
} Case;

static void
case_free (gpointer data)
{
  Case *self = data;

  g_key_file_unref (self->file);
  g_free (self->group);
  g_free (self);
}

static char *
get_expected (const Case *self,
              const char *key)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *value = NULL;

  if (!g_key_file_has_key (self->file, self->group, key, NULL))
    return g_strdup ("");

  value = g_key_file_get_string (self->file, self->group, key, &error);
  g_assert_no_error (error);

  return g_steal_pointer (&value);
}

static void
assert_text (const Case *self,
             const char *key,
             const char *actual)
{
  g_autofree char *expected = get_expected (self, key);

  g_assert_cmpstr (actual != NULL ? actual : "", ==, expected);
}

static void
assert_words (const Case         *self,
              const char         *key,
              const char * const *actual)
{
  g_autofree char *joined = g_strjoinv (" ", (char **) actual);

  assert_text (self, key, joined);
}

static void
assert_keys_known (const Case *self)
{
  static const char * const known[] = { "line", "where", "next", "topics", "persons", "kind", "timebox", "ask", NULL };
  g_auto (GStrv) keys = g_key_file_get_keys (self->file, self->group, NULL, NULL);

  for (guint i = 0; keys[i] != NULL; i++)
    if (!g_strv_contains (known, keys[i]))
      g_error ("%s: what is “%s”?", self->group, keys[i]);
}

static void
test_case (gconstpointer data)
{
  const Case *self = data;
  g_autofree char *typed = get_expected (self, "line");
  g_autoptr (BcLine) line = bc_line_parse (typed);
  g_autofree char *timebox = NULL;

  assert_keys_known (self);
  if (bc_line_get_timebox_s (line) > 0)
    timebox = g_strdup_printf ("%d", (int) (bc_line_get_timebox_s (line) / 60));

  g_assert_cmpstr (bc_line_get_text (line), ==, typed);
  assert_text (self, "where", bc_line_get_where (line));
  assert_text (self, "next", bc_line_get_next (line));
  assert_words (self, "topics", bc_line_get_topics (line));
  assert_words (self, "persons", bc_line_get_persons (line));
  assert_text (self, "kind", bc_kind_to_string (bc_line_get_kind (line)));
  assert_text (self, "timebox", timebox);
  assert_text (self, "ask", bc_line_is_ask (line) ? "true" : "");
}

static void
add_cases (const char *name)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "core", name, NULL);
  g_auto (GStrv) groups = NULL;

  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);

  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_autofree char *test = g_strdup_printf ("/core/line/%s", groups[i]);
      Case *self = g_new (Case, 1);

      self->file = g_key_file_ref (file);
      self->group = g_strdup (groups[i]);
      g_test_add_data_func_full (test, self, test_case, case_free);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_cases ("line-cases-rules.ini");
  add_cases ("line-cases-notes.ini");

  return g_test_run ();
}
