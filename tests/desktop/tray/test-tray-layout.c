/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tray/bc-tray-layout.h"

static const char * const all_names[] = { NULL };

typedef struct {
  BcTrayLayout *layout;
  GHashTable *changed;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->layout = bc_tray_layout_new ();
  fixture->changed = g_hash_table_new (NULL, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  bc_tray_layout_free (fixture->layout);
  g_hash_table_unref (fixture->changed);
}

/* @crumbs are names of crumbs, each also the key of an item. */
static BcTrayMenu *
make_menu (const char *crumbs,
           const char *label_suffix,
           gboolean    is_paused)
{
  BcTrayMenu *menu = bc_tray_menu_new ();

  for (; *crumbs != '\0'; crumbs++)
    {
      const char key[] = { *crumbs, '\0' };
      g_autofree char *label = g_strconcat (key, label_suffix, NULL);

      bc_tray_menu_add (menu, key, label, "show-crumb", g_variant_new_string (key));
    }
  bc_tray_menu_add_separator (menu, "top");
  bc_tray_menu_add_toggle (menu, "pause", "Pause Reminders", "pause", NULL, is_paused);
  bc_tray_menu_add (menu, "quit", "Quit", "quit", NULL);

  return menu;
}

static gboolean
update (Fixture    *fixture,
        const char *crumbs,
        const char *label_suffix,
        gboolean    is_paused)
{
  g_autoptr (BcTrayMenu) menu = make_menu (crumbs, label_suffix, is_paused);

  g_hash_table_remove_all (fixture->changed);

  return bc_tray_layout_update (fixture->layout, menu, fixture->changed);
}

static gint32
find_id (Fixture    *fixture,
         const char *key)
{
  for (gint32 id = 1; id < 1000; id++)
    {
      BcTrayMenuItem *item = bc_tray_layout_find_shown (fixture->layout, id);

      if (item != NULL && bc_tray_layout_has (fixture->layout, id) && g_str_equal (item->key, key))
        return id;
    }

  return 0;
}

static void
test_numbers_stay (Fixture       *fixture,
                   gconstpointer  data)
{
  gint32 a, quit;

  g_assert_true (update (fixture, "abc", "", FALSE));
  a = find_id (fixture, "a");
  quit = find_id (fixture, "quit");

  g_assert_true (update (fixture, "xa", "", FALSE));
  g_assert_cmpint (find_id (fixture, "a"), ==, a);
  g_assert_cmpint (find_id (fixture, "quit"), ==, quit);
  g_assert_cmpuint (g_hash_table_size (fixture->changed), ==, 0);
}

/* Rows and another separator come above it. */
static void
test_separators_stay (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (BcTrayMenu) more = bc_tray_menu_new ();
  gint32 separator;

  update (fixture, "", "", FALSE);
  separator = find_id (fixture, "separator top");
  g_assert_cmpint (separator, >, 0);

  bc_tray_menu_add (more, "a", "a", "show-crumb", g_variant_new_string ("a"));
  bc_tray_menu_add_separator (more, "crumbs");
  bc_tray_menu_add_separator (more, "top");
  bc_tray_menu_add (more, "quit", "Quit", "quit", NULL);
  g_assert_true (bc_tray_layout_update (fixture->layout, more, fixture->changed));
  g_assert_cmpint (find_id (fixture, "separator top"), ==, separator);
}

static void
test_numbers_never_reused (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (GHashTable) owners = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (guint round = 0; round < 200; round++)
    {
      const char crumb[] = { (char) ('a' + round % 26), '\0' };
      gint32 id;

      update (fixture, crumb, "", FALSE);
      id = find_id (fixture, crumb);
      g_assert_cmpint (id, >, 0);
      if (g_hash_table_contains (owners, GINT_TO_POINTER (id)))
        g_assert_cmpstr (g_hash_table_lookup (owners, GINT_TO_POINTER (id)), ==, crumb);
      g_hash_table_insert (owners, GINT_TO_POINTER (id), g_strdup (crumb));
    }
}

static void
test_label_change (Fixture       *fixture,
                   gconstpointer  data)
{
  update (fixture, "ab", " (2 min ago)", FALSE);

  g_assert_false (update (fixture, "ab", " (3 min ago)", TRUE));
  g_assert_cmpuint (g_hash_table_size (fixture->changed), ==, 3);
  g_assert_true (g_hash_table_contains (fixture->changed, GINT_TO_POINTER (find_id (fixture, "pause"))));
}

/* The same key for another crumb is another item. */
static void
test_target_change (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (BcTrayMenu) before = bc_tray_menu_new ();
  g_autoptr (BcTrayMenu) after = bc_tray_menu_new ();
  gint32 id;

  bc_tray_menu_add (before, "resume", "Resume", "resume", g_variant_new_string ("one"));
  bc_tray_menu_add (after, "resume", "Resume", "resume", g_variant_new_string ("two"));
  bc_tray_layout_update (fixture->layout, before, fixture->changed);
  id = find_id (fixture, "resume");

  g_assert_true (bc_tray_layout_update (fixture->layout, after, fixture->changed));
  g_assert_cmpint (find_id (fixture, "resume"), !=, id);
  g_assert_cmpstr (g_variant_get_string (bc_tray_layout_find_shown (fixture->layout, id)->target, NULL), ==, "one");
}

static void
test_retired_are_bounded (Fixture       *fixture,
                          gconstpointer  data)
{
  gint32 first;

  update (fixture, "a", "", FALSE);
  first = find_id (fixture, "a");
  update (fixture, "b", "", FALSE);
  g_assert_nonnull (bc_tray_layout_find_shown (fixture->layout, first));
  g_assert_false (bc_tray_layout_has (fixture->layout, first));

  for (guint i = 0; i < 100; i++)
    update (fixture, i % 2 == 0 ? "c" : "d", "", FALSE);
  g_assert_null (bc_tray_layout_find_shown (fixture->layout, first));
}

static void
test_depth_and_names (Fixture       *fixture,
                      gconstpointer  data)
{
  static const char * const only_type[] = { "type", NULL };
  g_autoptr (GVariant) self_only = NULL;
  g_autoptr (GVariant) children = NULL;

  update (fixture, "ab", "", FALSE);
  self_only = g_variant_ref_sink (bc_tray_layout_get_node (fixture->layout, 0, 0, all_names));
  children = g_variant_ref_sink (bc_tray_layout_get_node (fixture->layout, 0, -1, only_type));

  {
    g_autofree char *text = g_variant_print (self_only, FALSE);

    g_assert_cmpstr (text, ==, "(0, {'children-display': <'submenu'>}, [])");
  }
  {
    g_autofree char *text = g_variant_print (children, FALSE);

    g_assert_cmpstr (text, ==, "(0, {}, [<(1, @a{sv} {}, @av [])>, <(2, @a{sv} {}, @av [])>, "
                               "<(3, {'type': <'separator'>}, @av [])>, "
                               "<(4, @a{sv} {}, @av [])>, <(5, @a{sv} {}, @av [])>])");
  }
  g_assert_null (bc_tray_layout_get_node (fixture->layout, -1, -1, all_names));
  g_assert_null (bc_tray_layout_get_node (fixture->layout, 99, -1, all_names));
}

static void
test_labels (void)
{
  static const struct {
    const char *text, *label;
  } cases[] = {
    { "rename snake_case_name", "rename snake__case__name" },
    { "two\nlines\tand a tab", "two lines and a tab" },
    { "012345678901234567890123456789012345678901234567890123456789",
      "012345678901234567890123456789012345678901234567890123456789" },
    { "012345678901234567890123456789012345678901234567890123456789x",
      "012345678901234567890123456789012345678901234567890123456789…" },
    { "\xff", "\ufffd" },
    { "<b>&amp;", "<b>&amp;" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BcTrayMenu) menu = bc_tray_menu_new ();
      BcTrayMenuItem *item;

      bc_tray_menu_add (menu, "key", cases[i].text, "act", NULL);
      item = g_ptr_array_index (bc_tray_menu_get_items (menu), 0);
      g_assert_cmpstr (item->label, ==, cases[i].label);
    }
}

static void
test_menu_finalizes (void)
{
  BcTrayMenu *menu = make_menu ("abc", "", TRUE);

  g_assert_finalize_object (menu);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/desktop/tray/layout/numbers-stay", test_numbers_stay);
  ADD ("/desktop/tray/layout/separators-stay", test_separators_stay);
  ADD ("/desktop/tray/layout/numbers-never-reused", test_numbers_never_reused);
  ADD ("/desktop/tray/layout/label-change", test_label_change);
  ADD ("/desktop/tray/layout/target-change", test_target_change);
  ADD ("/desktop/tray/layout/retired-are-bounded", test_retired_are_bounded);
  ADD ("/desktop/tray/layout/depth-and-names", test_depth_and_names);
  g_test_add_func ("/desktop/tray/menu/labels", test_labels);
  g_test_add_func ("/desktop/tray/menu/finalizes", test_menu_finalizes);

  return g_test_run ();
}
