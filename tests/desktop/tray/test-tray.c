/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "bc-await.h"
#include "bc-fake-watcher.h"
#include "bc-test-dir.h"
#include "tray/bc-tray.h"

#define APP_ID "org.example.Breadcrumbs"

static GTestDBus *test_bus;

typedef struct {
  GDBusConnection *bus;
  BcFakeWatcher *watcher;
  BcTray *tray;
  GString *heard;
} Fixture;

static void
activate_cb (Fixture    *fixture,
             const char *token)
{
  g_string_append_printf (fixture->heard, "activate:%s;", token);
}

static void
secondary_activate_cb (Fixture    *fixture,
                       const char *token)
{
  g_string_append_printf (fixture->heard, "secondary:%s;", token);
}

static void
item_activated_cb (Fixture    *fixture,
                   const char *action,
                   GVariant   *target,
                   const char *token)
{
  g_string_append_printf (fixture->heard, "%s(%s):%s;", action,
                          target != NULL ? g_variant_get_string (target, NULL) : "", token);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const char *address = g_test_dbus_get_bus_address (test_bus);

  fixture->bus = g_dbus_connection_new_for_address_sync (
    address, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
    NULL, NULL, NULL);
  fixture->watcher = bc_fake_watcher_new (address);
  fixture->tray = bc_tray_new (fixture->bus, APP_ID, "Breadcrumbs");
  fixture->heard = g_string_new (NULL);
  g_signal_connect_swapped (fixture->tray, "activate", G_CALLBACK (activate_cb), fixture);
  g_signal_connect_swapped (fixture->tray, "secondary-activate", G_CALLBACK (secondary_activate_cb), fixture);
  g_signal_connect_swapped (fixture->tray, "item-activated", G_CALLBACK (item_activated_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->tray != NULL)
    g_assert_finalize_object (fixture->tray);
  bc_fake_watcher_free (fixture->watcher);
  bc_await_quiet ();
  g_dbus_connection_close_sync (fixture->bus, NULL, NULL);
  g_object_unref (fixture->bus);
  g_string_free (fixture->heard, TRUE);
}

static void
set_menu (Fixture    *fixture,
          const char *crumb)
{
  g_autoptr (BcTrayMenu) menu = bc_tray_menu_new ();

  bc_tray_menu_add (menu, crumb, crumb, "show-crumb", g_variant_new_string (crumb));
  bc_tray_menu_add (menu, "quit", "Quit", "quit", NULL);
  bc_tray_set_menu (fixture->tray, menu);
}

static BcServiceState
get_state (Fixture *fixture)
{
  return bc_service_status_get_state (bc_tray_get_status (fixture->tray));
}

static void
show (Fixture *fixture)
{
  set_menu (fixture, "one");
  bc_fake_watcher_appear (fixture->watcher);
  bc_await (get_state (fixture) == BC_SERVICE_STATE_ACTIVE);
}

static void
test_host_late (Fixture       *fixture,
                gconstpointer  data)
{
  set_menu (fixture, "one");
  bc_await_quiet ();
  g_assert_cmpint (get_state (fixture), ==, BC_SERVICE_STATE_WAITING);
  g_assert_nonnull (bc_service_status_get_reason (bc_tray_get_status (fixture->tray)));

  bc_fake_watcher_appear (fixture->watcher);
  bc_await (get_state (fixture) == BC_SERVICE_STATE_ACTIVE);
  g_assert_cmpuint (fixture->watcher->items->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (fixture->watcher->items, 0), ==,
                   g_dbus_connection_get_unique_name (fixture->bus));
}

static void
test_nothing_before_menu (Fixture       *fixture,
                          gconstpointer  data)
{
  bc_fake_watcher_appear (fixture->watcher);
  bc_await_quiet ();
  g_assert_cmpint (get_state (fixture), ==, BC_SERVICE_STATE_OFF);

  set_menu (fixture, "one");
  bc_await (fixture->watcher->items->len == 1);
}

static void
test_host_restarts (Fixture       *fixture,
                    gconstpointer  data)
{
  show (fixture);

  for (guint i = 2; i < 5; i++)
    {
      bc_fake_watcher_vanish (fixture->watcher);
      bc_await (get_state (fixture) == BC_SERVICE_STATE_WAITING);
      bc_fake_watcher_appear (fixture->watcher);
      bc_await (get_state (fixture) == BC_SERVICE_STATE_ACTIVE);
      g_assert_cmpuint (fixture->watcher->items->len, ==, i);
    }
}

static void
test_host_never (Fixture       *fixture,
                 gconstpointer  data)
{
  gint64 start_us = g_get_monotonic_time ();

  g_setenv ("XDG_CURRENT_DESKTOP", "GNOME", TRUE);
  set_menu (fixture, "one");
  while (get_state (fixture) != BC_SERVICE_STATE_UNAVAILABLE)
    {
      g_assert_cmpint (g_get_monotonic_time () - start_us, <, 20 * G_USEC_PER_SEC);
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_nonnull (strstr (bc_service_status_get_reason (bc_tray_get_status (fixture->tray)), "AppIndicator"));
  g_unsetenv ("XDG_CURRENT_DESKTOP");

  bc_fake_watcher_appear (fixture->watcher);
  bc_await (get_state (fixture) == BC_SERVICE_STATE_ACTIVE);
}

/* Given a watcher that nobody draws for, when a panel comes, then the icon is in use. */
static void
test_panel_late (Fixture       *fixture,
                 gconstpointer  data)
{
  bc_fake_watcher_set_host (fixture->watcher, FALSE);
  set_menu (fixture, "one");
  bc_fake_watcher_appear (fixture->watcher);
  bc_await (fixture->watcher->items->len == 1);
  bc_await (g_strcmp0 (bc_service_status_get_reason (bc_tray_get_status (fixture->tray)),
                       "No panel shows tray icons at the moment.") == 0);
  g_assert_cmpint (get_state (fixture), ==, BC_SERVICE_STATE_WAITING);

  bc_fake_watcher_set_host (fixture->watcher, TRUE);
  bc_await (get_state (fixture) == BC_SERVICE_STATE_ACTIVE);
  g_assert_cmpuint (fixture->watcher->items->len, ==, 1);
}

static void
test_no_panel (Fixture       *fixture,
               gconstpointer  data)
{
  show (fixture);

  bc_fake_watcher_set_host (fixture->watcher, FALSE);
  bc_await (get_state (fixture) == BC_SERVICE_STATE_WAITING);
  bc_fake_watcher_set_host (fixture->watcher, TRUE);
  bc_await (get_state (fixture) == BC_SERVICE_STATE_ACTIVE);
}

static void
test_refused_twice (Fixture       *fixture,
                    gconstpointer  data)
{
  fixture->watcher->n_refusals = 2;
  set_menu (fixture, "one");
  bc_fake_watcher_appear (fixture->watcher);

  bc_await (fixture->watcher->n_refusals == 0);
  g_assert_cmpint (get_state (fixture), ==, BC_SERVICE_STATE_WAITING);
  bc_await (get_state (fixture) == BC_SERVICE_STATE_ACTIVE);
}

static void
test_late_reply (Fixture       *fixture,
                 gconstpointer  data)
{
  fixture->watcher->is_deaf = TRUE;
  set_menu (fixture, "one");
  bc_fake_watcher_appear (fixture->watcher);
  bc_await_quiet ();

  g_assert_finalize_object (g_steal_pointer (&fixture->tray));
  bc_await_quiet ();
}

static void
test_token (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GVariant) reply = NULL;

  show (fixture);
  g_variant_unref (bc_fake_watcher_must (fixture->watcher, "item.ProvideXdgActivationToken",
                                         g_variant_new ("(s)", "token-1")));
  g_variant_unref (bc_fake_watcher_must (fixture->watcher, "item.Activate", g_variant_new ("(ii)", 3, 4)));
  g_variant_unref (bc_fake_watcher_must (fixture->watcher, "item.Activate", g_variant_new ("(ii)", -1, 0)));

  g_assert_cmpstr (fixture->heard->str, ==, "activate:token-1;activate:(null);");
  g_assert_cmpuint (bc_service_status_get_event_count (bc_tray_get_status (fixture->tray)), ==, 2);
}

static void
test_token_nonsense (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *giant = g_strnfill (1 << 20, 'x');
  const char *tokens[] = { "", "line\nbreak", "bell\a", giant };

  show (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (tokens); i++)
    {
      g_variant_unref (bc_fake_watcher_must (fixture->watcher, "item.ProvideXdgActivationToken",
                                             g_variant_new ("(s)", tokens[i])));
      g_variant_unref (bc_fake_watcher_must (fixture->watcher, "item.SecondaryActivate",
                                             g_variant_new ("(ii)", 0, 0)));
    }

  g_assert_cmpstr (fixture->heard->str, ==,
                   "secondary:(null);secondary:(null);secondary:(null);secondary:(null);");
}

static void
test_other_clicks (Fixture       *fixture,
                   gconstpointer  data)
{
  show (fixture);
  g_variant_unref (bc_fake_watcher_must (fixture->watcher, "item.Scroll", g_variant_new ("(is)", 120, "vertical")));
  g_variant_unref (bc_fake_watcher_must (fixture->watcher, "item.ContextMenu", g_variant_new ("(ii)", 0, 0)));
  g_variant_unref (bc_fake_watcher_must (fixture->watcher, "item.XAyatanaSecondaryActivate",
                                         g_variant_new ("(u)", 7)));

  g_assert_cmpstr (fixture->heard->str, ==, "activate:(null);secondary:(null);");
}

static GVariant *
get_item_property (Fixture    *fixture,
                   const char *name)
{
  g_autoptr (GVariant) reply = NULL;
  GVariant *value;

  reply = bc_fake_watcher_must (fixture->watcher, "item.Get ",
                                g_variant_new ("(ss)", "org.kde.StatusNotifierItem", name));
  g_variant_get (reply, "(v)", &value);

  return value;
}

static void
test_tooltip (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GVariant) tooltip = NULL;
  g_autofree char *printed = NULL;

  show (fixture);
  bc_tray_set_icon (fixture->tray, APP_ID "-open-symbolic", "fix <b>a & b</b>\nnow");
  tooltip = get_item_property (fixture, "ToolTip");

  printed = g_variant_print (tooltip, FALSE);
  g_assert_cmpstr (printed, ==, "('', [], 'Breadcrumbs', 'fix b a b /b now')");
}

static void
count_cb (GDBusConnection *bus,
          const char      *sender,
          const char      *path,
          const char      *interface,
          const char      *signal,
          GVariant        *parameters,
          gpointer         data)
{
  GString *seen = data;

  g_string_append_printf (seen, "%s;", signal);
}

static GString *
listen (Fixture    *fixture,
        const char *interface)
{
  GString *seen = g_string_new (NULL);

  g_dbus_connection_signal_subscribe (fixture->watcher->bus, NULL, interface, NULL, NULL, NULL,
                                      G_DBUS_SIGNAL_FLAGS_NONE, count_cb, seen, NULL);

  return seen;
}

static void
test_icon_changes (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GString) seen = listen (fixture, "org.kde.StatusNotifierItem");
  g_autoptr (GVariant) name = NULL;

  show (fixture);
  g_string_truncate (seen, 0);
  bc_tray_set_icon (fixture->tray, APP_ID "-open-symbolic", "next");
  bc_tray_set_icon (fixture->tray, APP_ID "-open-symbolic", "next");
  name = get_item_property (fixture, "IconName");

  g_assert_cmpstr (seen->str, ==, "NewIcon;NewToolTip;");
  g_assert_cmpstr (g_variant_get_string (name, NULL), ==, "");
}

/* Given our icon where each program looks, when the tray is built, then it is named. */
static void
test_icon_by_name (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *dir = g_build_filename (g_get_home_dir (), ".local/share/icons/hicolor/symbolic/apps", NULL);
  g_autofree char *file = g_build_filename (dir, APP_ID "-symbolic.svg", NULL);
  g_autofree char *shown = NULL;

  g_assert_cmpint (g_mkdir_with_parents (dir, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, "<svg/>", -1, NULL));
  g_assert_finalize_object (fixture->tray);
  g_setenv ("XDG_CURRENT_DESKTOP", "ubuntu:GNOME", TRUE);
  fixture->tray = bc_tray_new (fixture->bus, APP_ID, "Breadcrumbs");
  show (fixture);

  while (g_strcmp0 (shown, APP_ID "-symbolic") != 0)
    {
      g_autoptr (GVariant) name = get_item_property (fixture, "IconName");

      g_free (shown);
      shown = g_variant_dup_string (name, NULL);
    }
  g_unsetenv ("XDG_CURRENT_DESKTOP");
  g_assert_cmpint (g_remove (file), ==, 0);
}

/* A reply comes behind the signals sent before it. */
static void
await_signals (Fixture *fixture)
{
  bc_await_quiet ();
  g_variant_unref (bc_fake_watcher_must (fixture->watcher, "item.Scroll", g_variant_new ("(is)", 1, "")));
}

static void
test_changes_told_once (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GString) seen = listen (fixture, "com.canonical.dbusmenu");

  show (fixture);
  await_signals (fixture);
  g_string_truncate (seen, 0);

  set_menu (fixture, "two");
  set_menu (fixture, "three");
  set_menu (fixture, "three");
  bc_await (seen->len > 0);
  await_signals (fixture);
  g_assert_cmpstr (seen->str, ==, "LayoutUpdated;");
}

static void
test_label_told_as_property (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (GString) seen = listen (fixture, "com.canonical.dbusmenu");
  g_autoptr (BcTrayMenu) menu = bc_tray_menu_new ();

  show (fixture);
  await_signals (fixture);
  g_string_truncate (seen, 0);

  bc_tray_menu_add (menu, "one", "One, 3 min ago", "show-crumb", g_variant_new_string ("one"));
  bc_tray_menu_add (menu, "quit", "Quit", "quit", NULL);
  bc_tray_set_menu (fixture->tray, menu);
  bc_await (seen->len > 0);
  await_signals (fixture);
  g_assert_cmpstr (seen->str, ==, "ItemsPropertiesUpdated;");
}

static gboolean
needs_update (Fixture *fixture)
{
  g_autoptr (GVariant) reply = bc_fake_watcher_must (fixture->watcher, "menu.AboutToShow", g_variant_new ("(i)", 0));
  gboolean needed;

  g_variant_get (reply, "(b)", &needed);

  return needed;
}

static guint
read_layout (Fixture *fixture)
{
  g_autoptr (GVariant) reply = NULL;
  guint revision;

  reply = bc_fake_watcher_must (fixture->watcher, "menu.GetLayout", g_variant_new ("(iias)", 0, 1, NULL));
  g_variant_get (reply, "(u@(ia{sv}av))", &revision, NULL);

  return revision;
}

static void
test_about_to_show (Fixture       *fixture,
                    gconstpointer  data)
{
  guint revision;

  show (fixture);
  revision = read_layout (fixture);
  g_assert_false (needs_update (fixture));

  set_menu (fixture, "two");
  g_assert_true (needs_update (fixture));
  g_assert_cmpuint (read_layout (fixture), >, revision);
  g_assert_false (needs_update (fixture));
}

static void
fill_late_cb (Fixture *fixture)
{
  g_autoptr (BcTrayMenu) menu = bc_tray_menu_new ();

  bc_tray_menu_add (menu, "one", "One, 3 min ago", "show-crumb", g_variant_new_string ("one"));
  bc_tray_menu_add (menu, "quit", "Quit", "quit", NULL);
  bc_tray_set_menu (fixture->tray, menu);
}

/* Given ages that went by, when the menu is about to be shown, then the host hears of the new ones
 * before its answer. */
static void
test_filled_when_shown (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GString) seen = listen (fixture, "com.canonical.dbusmenu");

  show (fixture);
  read_layout (fixture);
  await_signals (fixture);
  g_string_truncate (seen, 0);
  g_signal_connect_swapped (fixture->tray, "about-to-show-menu", G_CALLBACK (fill_late_cb), fixture);

  g_assert_false (needs_update (fixture));
  g_assert_cmpstr (seen->str, ==, "ItemsPropertiesUpdated;");
  g_assert_false (needs_update (fixture));
  await_signals (fixture);
  g_assert_cmpstr (seen->str, ==, "ItemsPropertiesUpdated;");
}

static void
click (Fixture *fixture,
       gint32   id)
{
  g_variant_unref (bc_fake_watcher_must (fixture->watcher, "menu.Event",
                                         g_variant_new ("(isvu)", id, "clicked", g_variant_new_int32 (0), 0)));
}

/* Given a menu on the screen, when its crumb is gone by the time of the click, then the click
 * means the crumb that was shown. */
static void
test_stale_click (Fixture       *fixture,
                  gconstpointer  data)
{
  show (fixture);
  set_menu (fixture, "two");

  click (fixture, 1);
  g_assert_cmpstr (fixture->heard->str, ==, "show-crumb(one):(null);");
}

static void
assert_refused (Fixture    *fixture,
                const char *method,
                GVariant   *parameters,
                int         code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = bc_fake_watcher_call (fixture->watcher, method, parameters, &error);

  g_assert_null (reply);
  g_assert_error (error, G_DBUS_ERROR, code);
}

static GVariant *
make_ids (guint n)
{
  GVariantBuilder ids;

  g_variant_builder_init (&ids, G_VARIANT_TYPE ("ai"));
  for (guint i = 0; i < n; i++)
    g_variant_builder_add (&ids, "i", 1);

  return g_variant_builder_end (&ids);
}

static GVariant *
make_events (guint  n,
             gint32 id)
{
  GVariantBuilder events;

  g_variant_builder_init (&events, G_VARIANT_TYPE ("a(isvu)"));
  for (guint i = 0; i < n; i++)
    g_variant_builder_add (&events, "(isvu)", id, "clicked", g_variant_new_string (""), 0);

  return g_variant_builder_end (&events);
}

static void
test_unknown_items (Fixture       *fixture,
                    gconstpointer  data)
{
  static const gint32 ids[] = { -1, 99, G_MAXINT32, G_MININT32 };

  show (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      assert_refused (fixture, "menu.GetLayout", g_variant_new ("(iias)", ids[i], -1, NULL), G_DBUS_ERROR_INVALID_ARGS);
      assert_refused (fixture, "menu.GetProperty", g_variant_new ("(is)", ids[i], "label"), G_DBUS_ERROR_INVALID_ARGS);
      assert_refused (fixture, "menu.AboutToShow", g_variant_new ("(i)", ids[i]), G_DBUS_ERROR_INVALID_ARGS);
      assert_refused (fixture, "menu.Event", g_variant_new ("(isvu)", ids[i], "clicked", g_variant_new_int32 (0), 0),
                      G_DBUS_ERROR_INVALID_ARGS);
      assert_refused (fixture, "menu.EventGroup", g_variant_new ("(@a(isvu))", make_events (2, ids[i])),
                      G_DBUS_ERROR_INVALID_ARGS);
    }
  assert_refused (fixture, "menu.GetProperty", g_variant_new ("(is)", 1, "nonsense"), G_DBUS_ERROR_INVALID_ARGS);
  g_assert_cmpstr (fixture->heard->str, ==, "");
}

static void
test_giant_calls (Fixture       *fixture,
                  gconstpointer  data)
{
  show (fixture);
  assert_refused (fixture, "menu.GetGroupProperties", g_variant_new ("(@aias)", make_ids (1000000), NULL),
                  G_DBUS_ERROR_LIMITS_EXCEEDED);
  assert_refused (fixture, "menu.AboutToShowGroup", g_variant_new ("(@ai)", make_ids (1000000)),
                  G_DBUS_ERROR_LIMITS_EXCEEDED);
  assert_refused (fixture, "menu.EventGroup", g_variant_new ("(@a(isvu))", make_events (100000, 1)),
                  G_DBUS_ERROR_LIMITS_EXCEEDED);
  g_assert_cmpstr (fixture->heard->str, ==, "");
}

static void
test_clicks_in_one_group (Fixture       *fixture,
                          gconstpointer  data)
{
  show (fixture);
  g_variant_unref (bc_fake_watcher_must (fixture->watcher, "menu.EventGroup",
                                         g_variant_new ("(@a(isvu))", make_events (1000, 1))));
  g_assert_cmpstr (fixture->heard->str, ==, "show-crumb(one):(null);");
}

static void
test_click_on_separator (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (BcTrayMenu) menu = bc_tray_menu_new ();

  bc_tray_menu_add (menu, "one", "One", "show-crumb", g_variant_new_string ("one"));
  bc_tray_menu_add_separator (menu, "top");
  bc_tray_set_menu (fixture->tray, menu);
  bc_fake_watcher_appear (fixture->watcher);
  bc_await (get_state (fixture) == BC_SERVICE_STATE_ACTIVE);

  click (fixture, 2);
  click (fixture, 0);
  g_assert_cmpstr (fixture->heard->str, ==, "");
}

static void
test_nonsense_depth (Fixture       *fixture,
                     gconstpointer  data)
{
  static const gint32 depths[] = { G_MININT32, -7, -1, 1, 1000, G_MAXINT32 };

  show (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (depths); i++)
    {
      g_autoptr (GVariant) reply = NULL;
      g_autoptr (GVariant) children = NULL;

      reply = bc_fake_watcher_must (fixture->watcher, "menu.GetLayout",
                                    g_variant_new ("(iias)", 0, depths[i], NULL));
      g_variant_get (reply, "(u(i@a{sv}@av))", NULL, NULL, NULL, &children);
      g_assert_cmpuint (g_variant_n_children (children), ==, 2);
    }
}

static void
test_repeated_ids (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (GVariant) properties = NULL;

  show (fixture);
  reply = bc_fake_watcher_must (fixture->watcher, "menu.GetGroupProperties",
                                g_variant_new ("(@aias)", make_ids (1000), NULL));
  properties = g_variant_get_child_value (reply, 0);
  g_assert_cmpuint (g_variant_n_children (properties), ==, 1);
}

static void
test_wrong_types (Fixture       *fixture,
                  gconstpointer  data)
{
  show (fixture);
  assert_refused (fixture, "menu.Event", g_variant_new ("(s)", "clicked"), G_DBUS_ERROR_INVALID_ARGS);
  assert_refused (fixture, "item.Activate", g_variant_new ("(ss)", "a", "b"), G_DBUS_ERROR_INVALID_ARGS);
}

static void
dispose_cb (Fixture *fixture)
{
  g_clear_object (&fixture->tray);
}

static void
test_disposed_by_click (Fixture       *fixture,
                        gconstpointer  data)
{
  show (fixture);
  g_signal_connect_swapped (fixture->tray, "item-activated", G_CALLBACK (dispose_cb), fixture);

  click (fixture, 2);
  g_assert_null (fixture->tray);
  g_assert_cmpstr (fixture->heard->str, ==, "quit():(null);");
}

static void
test_no_bus (void)
{
  BcTray *tray = bc_tray_new (NULL, APP_ID, "Breadcrumbs");
  g_autoptr (BcTrayMenu) menu = bc_tray_menu_new ();

  bc_tray_set_menu (tray, menu);
  bc_tray_set_icon (tray, APP_ID "-paused-symbolic", NULL);

  g_assert_cmpint (bc_service_status_get_state (bc_tray_get_status (tray)), ==, BC_SERVICE_STATE_UNAVAILABLE);
  g_assert_finalize_object (tray);
  bc_await_quiet ();
}

static void
test_switched_off (Fixture       *fixture,
                   gconstpointer  data)
{
  g_assert_finalize_object (fixture->tray);
  g_setenv ("BREADCRUMBS_TRAY", "none", TRUE);
  fixture->tray = bc_tray_new (fixture->bus, APP_ID, "Breadcrumbs");
  g_unsetenv ("BREADCRUMBS_TRAY");
  set_menu (fixture, "one");
  bc_fake_watcher_appear (fixture->watcher);
  bc_await_quiet ();

  g_assert_cmpint (get_state (fixture), ==, BC_SERVICE_STATE_OFF);
}

#define ADD(path, test) g_test_add ("/desktop/tray/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  char *home = bc_test_dir_new ();
  int result;

  g_setenv ("HOME", home, TRUE);
  g_unsetenv ("XDG_DATA_HOME");
  g_unsetenv ("XDG_CURRENT_DESKTOP");
  g_test_init (&argc, &argv, NULL);
  test_bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (test_bus);

  ADD ("host-late", test_host_late);
  ADD ("nothing-before-menu", test_nothing_before_menu);
  ADD ("host-restarts", test_host_restarts);
  ADD ("host-never", test_host_never);
  ADD ("panel-late", test_panel_late);
  ADD ("no-panel", test_no_panel);
  ADD ("refused-twice", test_refused_twice);
  ADD ("late-reply", test_late_reply);
  ADD ("token", test_token);
  ADD ("token-nonsense", test_token_nonsense);
  ADD ("other-clicks", test_other_clicks);
  ADD ("tooltip", test_tooltip);
  ADD ("icon-changes", test_icon_changes);
  ADD ("icon-by-name", test_icon_by_name);
  ADD ("changes-told-once", test_changes_told_once);
  ADD ("label-told-as-property", test_label_told_as_property);
  ADD ("about-to-show", test_about_to_show);
  ADD ("filled-when-shown", test_filled_when_shown);
  ADD ("stale-click", test_stale_click);
  ADD ("unknown-items", test_unknown_items);
  ADD ("giant-calls", test_giant_calls);
  ADD ("clicks-in-one-group", test_clicks_in_one_group);
  ADD ("click-on-separator", test_click_on_separator);
  ADD ("nonsense-depth", test_nonsense_depth);
  ADD ("repeated-ids", test_repeated_ids);
  ADD ("wrong-types", test_wrong_types);
  ADD ("disposed-by-click", test_disposed_by_click);
  g_test_add_func ("/desktop/tray/no-bus", test_no_bus);
  ADD ("switched-off", test_switched_off);

  result = g_test_run ();
  g_test_dbus_down (test_bus);
  g_object_unref (test_bus);
  bc_test_dir_remove (home);

  return result;
}
