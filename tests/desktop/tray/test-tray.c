/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "bc-await.h"
#include "bc-tray-rig.h"

#define APP_ID BC_TRAY_RIG_APP_ID

static void
set_menu (BcTrayRig  *rig,
          const char *crumb)
{
  g_autoptr (BcTrayMenu) menu = bc_tray_menu_new ();

  bc_tray_menu_add (menu, crumb, crumb, "show-crumb", g_variant_new_string (crumb));
  bc_tray_menu_add (menu, "quit", "Quit", "quit", NULL);
  bc_tray_set_menu (rig->tray, menu);
}

static BcServiceState
get_state (BcTrayRig *rig)
{
  return bc_service_status_get_state (bc_tray_get_status (rig->tray));
}

static void
show (BcTrayRig *rig)
{
  set_menu (rig, "one");
  bc_fake_watcher_appear (rig->watcher);
  bc_await (get_state (rig) == BC_SERVICE_STATE_ACTIVE);
}

static void
test_host_late (BcTrayRig     *rig,
                gconstpointer  data)
{
  set_menu (rig, "one");
  bc_await_quiet ();
  g_assert_cmpint (get_state (rig), ==, BC_SERVICE_STATE_WAITING);
  g_assert_nonnull (bc_service_status_get_reason (bc_tray_get_status (rig->tray)));

  bc_fake_watcher_appear (rig->watcher);
  bc_await (get_state (rig) == BC_SERVICE_STATE_ACTIVE);
  g_assert_cmpuint (rig->watcher->items->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (rig->watcher->items, 0), ==,
                   g_dbus_connection_get_unique_name (rig->bus));
}

static void
test_nothing_before_menu (BcTrayRig     *rig,
                          gconstpointer  data)
{
  bc_fake_watcher_appear (rig->watcher);
  bc_await_quiet ();
  g_assert_cmpint (get_state (rig), ==, BC_SERVICE_STATE_OFF);

  set_menu (rig, "one");
  bc_await (rig->watcher->items->len == 1);
}

static void
test_host_restarts (BcTrayRig     *rig,
                    gconstpointer  data)
{
  show (rig);

  for (guint i = 2; i < 5; i++)
    {
      bc_fake_watcher_vanish (rig->watcher);
      bc_await (get_state (rig) == BC_SERVICE_STATE_WAITING);
      bc_fake_watcher_appear (rig->watcher);
      bc_await (get_state (rig) == BC_SERVICE_STATE_ACTIVE);
      g_assert_cmpuint (rig->watcher->items->len, ==, i);
    }
}

static void
test_host_never (BcTrayRig     *rig,
                 gconstpointer  data)
{
  gint64 start_us = g_get_monotonic_time ();

  g_setenv ("XDG_CURRENT_DESKTOP", "GNOME", TRUE);
  set_menu (rig, "one");
  while (get_state (rig) != BC_SERVICE_STATE_UNAVAILABLE)
    {
      g_assert_cmpint (g_get_monotonic_time () - start_us, <, 20 * G_USEC_PER_SEC);
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_nonnull (strstr (bc_service_status_get_reason (bc_tray_get_status (rig->tray)), "AppIndicator"));
  g_unsetenv ("XDG_CURRENT_DESKTOP");

  bc_fake_watcher_appear (rig->watcher);
  bc_await (get_state (rig) == BC_SERVICE_STATE_ACTIVE);
}

/* Given a watcher that nobody draws for, when a panel comes, then the icon is in use. */
static void
test_panel_late (BcTrayRig     *rig,
                 gconstpointer  data)
{
  bc_fake_watcher_set_host (rig->watcher, FALSE);
  set_menu (rig, "one");
  bc_fake_watcher_appear (rig->watcher);
  bc_await (rig->watcher->items->len == 1);
  bc_await (g_strcmp0 (bc_service_status_get_reason (bc_tray_get_status (rig->tray)),
                       "No panel shows tray icons at the moment.") == 0);
  g_assert_cmpint (get_state (rig), ==, BC_SERVICE_STATE_WAITING);

  bc_fake_watcher_set_host (rig->watcher, TRUE);
  bc_await (get_state (rig) == BC_SERVICE_STATE_ACTIVE);
  g_assert_cmpuint (rig->watcher->items->len, ==, 1);
}

static void
test_no_panel (BcTrayRig     *rig,
               gconstpointer  data)
{
  show (rig);

  bc_fake_watcher_set_host (rig->watcher, FALSE);
  bc_await (get_state (rig) == BC_SERVICE_STATE_WAITING);
  bc_fake_watcher_set_host (rig->watcher, TRUE);
  bc_await (get_state (rig) == BC_SERVICE_STATE_ACTIVE);
}

static void
test_refused_twice (BcTrayRig     *rig,
                    gconstpointer  data)
{
  rig->watcher->n_refusals = 2;
  set_menu (rig, "one");
  bc_fake_watcher_appear (rig->watcher);

  bc_await (rig->watcher->n_refusals == 0);
  g_assert_cmpint (get_state (rig), ==, BC_SERVICE_STATE_WAITING);
  bc_await (get_state (rig) == BC_SERVICE_STATE_ACTIVE);
}

static void
test_late_reply (BcTrayRig     *rig,
                 gconstpointer  data)
{
  rig->watcher->is_deaf = TRUE;
  set_menu (rig, "one");
  bc_fake_watcher_appear (rig->watcher);
  bc_await_quiet ();

  g_assert_finalize_object (g_steal_pointer (&rig->tray));
  bc_await_quiet ();
}

static void
test_token (BcTrayRig     *rig,
            gconstpointer  data)
{
  g_autoptr (GVariant) reply = NULL;

  show (rig);
  g_variant_unref (bc_fake_watcher_must (rig->watcher, "item.ProvideXdgActivationToken",
                                         g_variant_new ("(s)", "token-1")));
  g_variant_unref (bc_fake_watcher_must (rig->watcher, "item.Activate", g_variant_new ("(ii)", 3, 4)));
  g_variant_unref (bc_fake_watcher_must (rig->watcher, "item.Activate", g_variant_new ("(ii)", -1, 0)));

  g_assert_cmpstr (rig->heard->str, ==, "activate:token-1;activate:(null);");
  g_assert_cmpuint (bc_service_status_get_event_count (bc_tray_get_status (rig->tray)), ==, 2);
}

static void
test_token_nonsense (BcTrayRig     *rig,
                     gconstpointer  data)
{
  g_autofree char *giant = g_strnfill (1 << 20, 'x');
  const char *tokens[] = { "", "line\nbreak", "bell\a", giant };

  show (rig);
  for (guint i = 0; i < G_N_ELEMENTS (tokens); i++)
    {
      g_variant_unref (bc_fake_watcher_must (rig->watcher, "item.ProvideXdgActivationToken",
                                             g_variant_new ("(s)", tokens[i])));
      g_variant_unref (bc_fake_watcher_must (rig->watcher, "item.SecondaryActivate",
                                             g_variant_new ("(ii)", 0, 0)));
    }

  g_assert_cmpstr (rig->heard->str, ==,
                   "secondary:(null);secondary:(null);secondary:(null);secondary:(null);");
}

static void
test_other_clicks (BcTrayRig     *rig,
                   gconstpointer  data)
{
  show (rig);
  g_variant_unref (bc_fake_watcher_must (rig->watcher, "item.Scroll", g_variant_new ("(is)", 120, "vertical")));
  g_variant_unref (bc_fake_watcher_must (rig->watcher, "item.ContextMenu", g_variant_new ("(ii)", 0, 0)));
  g_variant_unref (bc_fake_watcher_must (rig->watcher, "item.XAyatanaSecondaryActivate",
                                         g_variant_new ("(u)", 7)));

  g_assert_cmpstr (rig->heard->str, ==, "activate:(null);secondary:(null);");
}

static GVariant *
get_item_property (BcTrayRig  *rig,
                   const char *name)
{
  g_autoptr (GVariant) reply = NULL;
  GVariant *value;

  reply = bc_fake_watcher_must (rig->watcher, "item.Get ",
                                g_variant_new ("(ss)", "org.kde.StatusNotifierItem", name));
  g_variant_get (reply, "(v)", &value);

  return value;
}

static void
test_tooltip (BcTrayRig     *rig,
              gconstpointer  data)
{
  g_autoptr (GVariant) tooltip = NULL;
  g_autofree char *printed = NULL;

  show (rig);
  bc_tray_set_icon (rig->tray, APP_ID "-open-symbolic", "fix <b>a & b</b>\nnow");
  tooltip = get_item_property (rig, "ToolTip");

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
listen (BcTrayRig  *rig,
        const char *interface)
{
  GString *seen = g_string_new (NULL);

  g_dbus_connection_signal_subscribe (rig->watcher->bus, NULL, interface, NULL, NULL, NULL,
                                      G_DBUS_SIGNAL_FLAGS_NONE, count_cb, seen, NULL);

  return seen;
}

static void
test_icon_changes (BcTrayRig     *rig,
                   gconstpointer  data)
{
  g_autoptr (GString) seen = listen (rig, "org.kde.StatusNotifierItem");
  g_autoptr (GVariant) name = NULL;

  show (rig);
  g_string_truncate (seen, 0);
  bc_tray_set_icon (rig->tray, APP_ID "-open-symbolic", "next");
  bc_tray_set_icon (rig->tray, APP_ID "-open-symbolic", "next");
  name = get_item_property (rig, "IconName");

  g_assert_cmpstr (seen->str, ==, "NewIcon;NewToolTip;");
  g_assert_cmpstr (g_variant_get_string (name, NULL), ==, "");
}

/* Given our icon where each program looks, when the tray is built, then it is named. */
static void
test_icon_by_name (BcTrayRig     *rig,
                   gconstpointer  data)
{
  g_autofree char *dir = g_build_filename (g_get_home_dir (), ".local/share/icons/hicolor/symbolic/apps", NULL);
  g_autofree char *file = g_build_filename (dir, APP_ID "-symbolic.svg", NULL);
  g_autofree char *shown = NULL;

  g_assert_cmpint (g_mkdir_with_parents (dir, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, "<svg/>", -1, NULL));
  g_assert_finalize_object (rig->tray);
  g_setenv ("XDG_CURRENT_DESKTOP", "ubuntu:GNOME", TRUE);
  rig->tray = bc_tray_new (rig->bus, APP_ID, "Breadcrumbs");
  show (rig);

  while (g_strcmp0 (shown, APP_ID "-symbolic") != 0)
    {
      g_autoptr (GVariant) name = get_item_property (rig, "IconName");

      g_free (shown);
      shown = g_variant_dup_string (name, NULL);
    }
  g_unsetenv ("XDG_CURRENT_DESKTOP");
  g_assert_cmpint (g_remove (file), ==, 0);
}

/* A reply comes behind the signals sent before it. */
static void
await_signals (BcTrayRig *rig)
{
  bc_await_quiet ();
  g_variant_unref (bc_fake_watcher_must (rig->watcher, "item.Scroll", g_variant_new ("(is)", 1, "")));
}

static void
test_changes_told_once (BcTrayRig     *rig,
                        gconstpointer  data)
{
  g_autoptr (GString) seen = listen (rig, "com.canonical.dbusmenu");

  show (rig);
  await_signals (rig);
  g_string_truncate (seen, 0);

  set_menu (rig, "two");
  set_menu (rig, "three");
  set_menu (rig, "three");
  bc_await (seen->len > 0);
  await_signals (rig);
  g_assert_cmpstr (seen->str, ==, "LayoutUpdated;");
}

static void
test_label_told_as_property (BcTrayRig     *rig,
                             gconstpointer  data)
{
  g_autoptr (GString) seen = listen (rig, "com.canonical.dbusmenu");
  g_autoptr (BcTrayMenu) menu = bc_tray_menu_new ();

  show (rig);
  await_signals (rig);
  g_string_truncate (seen, 0);

  bc_tray_menu_add (menu, "one", "One, 3 min ago", "show-crumb", g_variant_new_string ("one"));
  bc_tray_menu_add (menu, "quit", "Quit", "quit", NULL);
  bc_tray_set_menu (rig->tray, menu);
  bc_await (seen->len > 0);
  await_signals (rig);
  g_assert_cmpstr (seen->str, ==, "ItemsPropertiesUpdated;");
}

static gboolean
needs_update (BcTrayRig *rig)
{
  g_autoptr (GVariant) reply = bc_fake_watcher_must (rig->watcher, "menu.AboutToShow", g_variant_new ("(i)", 0));
  gboolean needed;

  g_variant_get (reply, "(b)", &needed);

  return needed;
}

static guint
read_layout (BcTrayRig *rig)
{
  g_autoptr (GVariant) reply = NULL;
  guint revision;

  reply = bc_fake_watcher_must (rig->watcher, "menu.GetLayout", g_variant_new ("(iias)", 0, 1, NULL));
  g_variant_get (reply, "(u@(ia{sv}av))", &revision, NULL);

  return revision;
}

static void
test_about_to_show (BcTrayRig     *rig,
                    gconstpointer  data)
{
  guint revision;

  show (rig);
  revision = read_layout (rig);
  g_assert_false (needs_update (rig));

  set_menu (rig, "two");
  g_assert_true (needs_update (rig));
  g_assert_cmpuint (read_layout (rig), >, revision);
  g_assert_false (needs_update (rig));
}

static void
fill_late_cb (BcTrayRig *rig)
{
  g_autoptr (BcTrayMenu) menu = bc_tray_menu_new ();

  bc_tray_menu_add (menu, "one", "One, 3 min ago", "show-crumb", g_variant_new_string ("one"));
  bc_tray_menu_add (menu, "quit", "Quit", "quit", NULL);
  bc_tray_set_menu (rig->tray, menu);
}

/* Given ages that went by, when the menu is about to be shown, then the host hears of the new ones
 * before its answer. */
static void
test_filled_when_shown (BcTrayRig     *rig,
                        gconstpointer  data)
{
  g_autoptr (GString) seen = listen (rig, "com.canonical.dbusmenu");

  show (rig);
  read_layout (rig);
  await_signals (rig);
  g_string_truncate (seen, 0);
  g_signal_connect_swapped (rig->tray, "about-to-show-menu", G_CALLBACK (fill_late_cb), rig);

  g_assert_false (needs_update (rig));
  g_assert_cmpstr (seen->str, ==, "ItemsPropertiesUpdated;");
  g_assert_false (needs_update (rig));
  await_signals (rig);
  g_assert_cmpstr (seen->str, ==, "ItemsPropertiesUpdated;");
}

static void
click (BcTrayRig *rig,
       gint32     id)
{
  g_variant_unref (bc_fake_watcher_must (rig->watcher, "menu.Event",
                                         g_variant_new ("(isvu)", id, "clicked", g_variant_new_int32 (0), 0)));
}

/* Given a menu on the screen, when its crumb is gone by the time of the click, then the click
 * means the crumb that was shown. */
static void
test_stale_click (BcTrayRig     *rig,
                  gconstpointer  data)
{
  show (rig);
  set_menu (rig, "two");

  click (rig, 1);
  g_assert_cmpstr (rig->heard->str, ==, "show-crumb(one):(null);");
}

static void
assert_refused (BcTrayRig  *rig,
                const char *method,
                GVariant   *parameters,
                int         code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = bc_fake_watcher_call (rig->watcher, method, parameters, &error);

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
test_unknown_items (BcTrayRig     *rig,
                    gconstpointer  data)
{
  static const gint32 ids[] = { -1, 99, G_MAXINT32, G_MININT32 };

  show (rig);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      assert_refused (rig, "menu.GetLayout", g_variant_new ("(iias)", ids[i], -1, NULL), G_DBUS_ERROR_INVALID_ARGS);
      assert_refused (rig, "menu.GetProperty", g_variant_new ("(is)", ids[i], "label"), G_DBUS_ERROR_INVALID_ARGS);
      assert_refused (rig, "menu.AboutToShow", g_variant_new ("(i)", ids[i]), G_DBUS_ERROR_INVALID_ARGS);
      assert_refused (rig, "menu.Event", g_variant_new ("(isvu)", ids[i], "clicked", g_variant_new_int32 (0), 0),
                      G_DBUS_ERROR_INVALID_ARGS);
      assert_refused (rig, "menu.EventGroup", g_variant_new ("(@a(isvu))", make_events (2, ids[i])),
                      G_DBUS_ERROR_INVALID_ARGS);
    }
  assert_refused (rig, "menu.GetProperty", g_variant_new ("(is)", 1, "nonsense"), G_DBUS_ERROR_INVALID_ARGS);
  g_assert_cmpstr (rig->heard->str, ==, "");
}

static void
test_giant_calls (BcTrayRig     *rig,
                  gconstpointer  data)
{
  show (rig);
  assert_refused (rig, "menu.GetGroupProperties", g_variant_new ("(@aias)", make_ids (1000000), NULL),
                  G_DBUS_ERROR_LIMITS_EXCEEDED);
  assert_refused (rig, "menu.AboutToShowGroup", g_variant_new ("(@ai)", make_ids (1000000)),
                  G_DBUS_ERROR_LIMITS_EXCEEDED);
  assert_refused (rig, "menu.EventGroup", g_variant_new ("(@a(isvu))", make_events (100000, 1)),
                  G_DBUS_ERROR_LIMITS_EXCEEDED);
  g_assert_cmpstr (rig->heard->str, ==, "");
}

static void
test_clicks_in_one_group (BcTrayRig     *rig,
                          gconstpointer  data)
{
  show (rig);
  g_variant_unref (bc_fake_watcher_must (rig->watcher, "menu.EventGroup",
                                         g_variant_new ("(@a(isvu))", make_events (1000, 1))));
  g_assert_cmpstr (rig->heard->str, ==, "show-crumb(one):(null);");
}

static void
test_click_on_separator (BcTrayRig     *rig,
                         gconstpointer  data)
{
  g_autoptr (BcTrayMenu) menu = bc_tray_menu_new ();

  bc_tray_menu_add (menu, "one", "One", "show-crumb", g_variant_new_string ("one"));
  bc_tray_menu_add_separator (menu, "top");
  bc_tray_set_menu (rig->tray, menu);
  bc_fake_watcher_appear (rig->watcher);
  bc_await (get_state (rig) == BC_SERVICE_STATE_ACTIVE);

  click (rig, 2);
  click (rig, 0);
  g_assert_cmpstr (rig->heard->str, ==, "");
}

static void
test_nonsense_depth (BcTrayRig     *rig,
                     gconstpointer  data)
{
  static const gint32 depths[] = { G_MININT32, -7, -1, 1, 1000, G_MAXINT32 };

  show (rig);
  for (guint i = 0; i < G_N_ELEMENTS (depths); i++)
    {
      g_autoptr (GVariant) reply = NULL;
      g_autoptr (GVariant) children = NULL;

      reply = bc_fake_watcher_must (rig->watcher, "menu.GetLayout",
                                    g_variant_new ("(iias)", 0, depths[i], NULL));
      g_variant_get (reply, "(u(i@a{sv}@av))", NULL, NULL, NULL, &children);
      g_assert_cmpuint (g_variant_n_children (children), ==, 2);
    }
}

static void
test_repeated_ids (BcTrayRig     *rig,
                   gconstpointer  data)
{
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (GVariant) properties = NULL;

  show (rig);
  reply = bc_fake_watcher_must (rig->watcher, "menu.GetGroupProperties",
                                g_variant_new ("(@aias)", make_ids (1000), NULL));
  properties = g_variant_get_child_value (reply, 0);
  g_assert_cmpuint (g_variant_n_children (properties), ==, 1);
}

static void
test_wrong_types (BcTrayRig     *rig,
                  gconstpointer  data)
{
  show (rig);
  assert_refused (rig, "menu.Event", g_variant_new ("(s)", "clicked"), G_DBUS_ERROR_INVALID_ARGS);
  assert_refused (rig, "item.Activate", g_variant_new ("(ss)", "a", "b"), G_DBUS_ERROR_INVALID_ARGS);
}

static void
dispose_cb (BcTrayRig *rig)
{
  g_clear_object (&rig->tray);
}

static void
test_disposed_by_click (BcTrayRig     *rig,
                        gconstpointer  data)
{
  show (rig);
  g_signal_connect_swapped (rig->tray, "item-activated", G_CALLBACK (dispose_cb), rig);

  click (rig, 2);
  g_assert_null (rig->tray);
  g_assert_cmpstr (rig->heard->str, ==, "quit():(null);");
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
test_switched_off (BcTrayRig     *rig,
                   gconstpointer  data)
{
  g_assert_finalize_object (rig->tray);
  g_setenv ("BREADCRUMBS_TRAY", "none", TRUE);
  rig->tray = bc_tray_new (rig->bus, APP_ID, "Breadcrumbs");
  g_unsetenv ("BREADCRUMBS_TRAY");
  set_menu (rig, "one");
  bc_fake_watcher_appear (rig->watcher);
  bc_await_quiet ();

  g_assert_cmpint (get_state (rig), ==, BC_SERVICE_STATE_OFF);
}

#define ADD(path, test) g_test_add ("/desktop/tray/" path, BcTrayRig, NULL, bc_tray_rig_set_up, test, bc_tray_rig_tear_down)

int
main (int   argc,
      char *argv[])
{
  bc_tray_rig_init (&argc, &argv);

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

  return bc_tray_rig_run ();
}
