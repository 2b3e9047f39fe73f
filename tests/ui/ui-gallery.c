/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <locale.h>

#include "bc-capture-window.h"
#include "bc-preferences-window.h"
#include "bc-ui-sample.h"
#include "bc-window.h"

/* Shows one window with a week's work in it, to be looked at:
 *
 *   ui-gallery capture|capture-draft|capture-complete|capture-failed|
 *              timeline|search|nothing|empty|card|card-resumed|edit|
 *              preferences|preferences-hands-off|preferences-passed|
 *              preferences-failed|preferences-not-shown|
 *              preferences-portal|preferences-no-key|services|shortcut|shortcuts|toast [WIDTH HEIGHT]
 *
 * ADW_DEBUG_COLOR_SCHEME=prefer-dark shows it dark, GTK_THEME direction and
 * locale as ever. */

typedef struct {
  AdwApplication *app;
  const char *scene;
  int width;
  int height;
  char *folder;
  BcStore *store;
  BcSettings *settings;
  BcOpenCrumbs *open;
  BcWords *words;
} Gallery;

static BcWindow *
new_window (Gallery *gallery)
{
  BcWindow *window = bc_window_new (GTK_APPLICATION (gallery->app), gallery->store);

  bc_window_set_hotkey (window, "<Super><Shift>b");
  if (gallery->width > 0)
    gtk_window_set_default_size (GTK_WINDOW (window), gallery->width, gallery->height);
  gtk_window_present (GTK_WINDOW (window));

  return window;
}

static void
show_capture (Gallery *gallery)
{
  BcContextFields fields = { .application = "Firefox", .title = "Canary board – Status – a rather long title of a page that nobody will ever read to its end" };
  g_autoptr (BcContext) context = bc_context_new (&fields);
  BcCaptureWindow *window = bc_capture_window_new (gallery->open, gallery->words);

  gtk_window_set_application (GTK_WINDOW (window), GTK_APPLICATION (gallery->app));
  if (g_str_equal (gallery->scene, "capture-draft") || g_str_equal (gallery->scene, "capture-failed"))
    bc_capture_window_set_draft (window, "coupon expires while merging > move the lock into cart_merge() #checkout @ana !bug ~25m");
  if (g_str_equal (gallery->scene, "capture-complete"))
    bc_capture_window_set_draft (window, "deploy stopped > look at the canary #");
  if (g_str_equal (gallery->scene, "capture-long"))
    bc_capture_window_set_draft (window, "レビュー待ちのブランチ > テストを追加してから返事する、そして長い行がどう見えるかを確かめるためにもっともっと書く #検索 @田中 #billing #checkout #deploy #payments #search @leo");

  bc_capture_window_open (window, g_str_equal (gallery->scene, "capture") ? NULL : context, NULL, 0);

  if (g_str_equal (gallery->scene, "capture-failed"))
    {
      g_autoptr (GError) error = g_error_new_literal (BC_STORE_ERROR, BC_STORE_ERROR_FULL, "");

      bc_capture_window_failed (window, error);
    }
}

static void
show_hotkey (Gallery         *gallery,
             BcServiceStatus *status)
{
  if (g_str_equal (gallery->scene, "preferences-portal"))
    {
      bc_service_status_set (status, BC_SERVICE_STATE_ACTIVE, "portal", "The desktop calls this key “Press <Super>F8”.");
      return;
    }

  bc_service_status_set_refusal (status, "portal", "This desktop's portal does not offer global hotkeys.");
  if (g_str_equal (gallery->scene, "preferences-no-key"))
    {
      bc_service_status_set_refusal (status, "x11", "This is not an X11 session.");
      bc_service_status_set_refusal (status, "gnome", "GNOME's keyboard settings have no custom shortcut for it yet.");
      bc_service_status_set_refusal (status, "command", "No key has run the command since Breadcrumbs started.");
      bc_service_status_set (status, BC_SERVICE_STATE_UNAVAILABLE, "portal", "This desktop's portal does not offer global hotkeys.");
      return;
    }

  bc_service_status_set (status, BC_SERVICE_STATE_ACTIVE, "x11", NULL);
  bc_service_status_note_event (status, "activated", g_get_real_time () - 200 * G_USEC_PER_SEC);
}

static GListModel *
new_services (Gallery *gallery)
{
  GListStore *services = g_list_store_new (BC_TYPE_SERVICE_STATUS);
  const char *ids[] = { "hotkey", "idle", "lock", "sleep", "tray", "notifier", "focus" };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (BcServiceStatus) status = bc_service_status_new (ids[i]);

      if (g_str_equal (ids[i], "hotkey"))
        {
          show_hotkey (gallery, status);
        }
      else if (g_str_equal (ids[i], "tray"))
        {
          bc_service_status_set (status, BC_SERVICE_STATE_WAITING, "statusnotifier", "Waiting for a panel that shows tray icons.");
        }
      else if (g_str_equal (ids[i], "sleep"))
        {
          bc_service_status_set (status, BC_SERVICE_STATE_UNAVAILABLE, NULL, "There is no logind on this computer.");
        }
      else if (!g_str_equal (ids[i], "focus"))
        {
          bc_service_status_set (status, BC_SERVICE_STATE_ACTIVE, "xsync", "Input is followed by the X server’s idle counter.");
        }

      g_list_store_append (services, status);
    }

  return G_LIST_MODEL (services);
}

static void
show_away (Gallery             *gallery,
           BcPreferencesWindow *window)
{
  const char *stages[] = {
    [BC_RETURN_TEST_RESTING] = "preferences",
    [BC_RETURN_TEST_HANDS_OFF] = "preferences-hands-off",
    [BC_RETURN_TEST_SHOWN] = "preferences-passed",
    [BC_RETURN_TEST_NO_IDLE] = "preferences-failed",
    [BC_RETURN_TEST_NO_NOTIFICATION] = "preferences-not-shown",
  };
  BcReturnTestReport report = {
    .source = "The X server tells when you are idle.",
    .idle_s = 16,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      if (g_strcmp0 (gallery->scene, stages[i]) == 0)
        report.stage = (BcReturnTestStage) i;
    }
  if (report.stage == BC_RETURN_TEST_NO_NOTIFICATION)
    report.problem = "No program that shows notifications is running.";

  bc_return_test_row_show (bc_preferences_window_get_return_test_row (window), &report);
  bc_preferences_window_set_store (window, gallery->store);
  bc_preferences_window_set_lock_uncertain (window, report.stage != BC_RETURN_TEST_RESTING);
}

/* Where the desktop can be asked for something. */
static void
add_hotkey_actions (Gallery             *gallery,
                    BcPreferencesWindow *window)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  const char *name = g_str_equal (gallery->scene, "preferences-portal") ? "configure" : "add-shortcut";
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, NULL);

  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (GTK_WIDGET (window), "hotkey", G_ACTION_GROUP (group));
}

static void
show_preferences (Gallery *gallery)
{
  g_autoptr (GListModel) services = new_services (gallery);
  BcPreferencesWindow *window = bc_preferences_window_new (gallery->settings, services);

  show_away (gallery, window);
  if (g_str_equal (gallery->scene, "preferences-portal") || g_str_equal (gallery->scene, "preferences-no-key"))
    add_hotkey_actions (gallery, window);
  gtk_window_set_application (GTK_WINDOW (window), GTK_APPLICATION (gallery->app));
  if (gallery->width > 0)
    gtk_window_set_default_size (GTK_WINDOW (window), gallery->width, gallery->height);
  gtk_window_present (GTK_WINDOW (window));
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Gallery *gallery = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) crumbs = bc_store_crumbs_finish (BC_STORE (source), result, &error);
  BcCrumb *crumb;

  g_assert_no_error (error);
  crumb = g_ptr_array_index (crumbs, g_str_equal (gallery->scene, "card-long") ? 3 :
                                     g_str_equal (gallery->scene, "card-rtl") ? 1 :
                                     g_str_equal (gallery->scene, "card-link") ? 2 : 0);
  bc_window_show_card (new_window (gallery), bc_crumb_get_id (crumb));
}

static void
show_card (Gallery *gallery)
{
  BcQuery query = { .limit = 20 };

  bc_store_list_async (gallery->store, &query, NULL, listed_cb, gallery);
}

static void
show_timeline (Gallery *gallery)
{
  BcWindow *window = new_window (gallery);

  if (g_str_equal (gallery->scene, "search"))
    bc_window_show_timeline (window, "billing");
  if (g_str_equal (gallery->scene, "nothing"))
    bc_window_show_timeline (window, "no such word");
  if (g_str_equal (gallery->scene, "toast"))
    bc_window_tell (window, "Breadcrumb deleted", "x");
  if (g_str_equal (gallery->scene, "shortcuts"))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.show-help-overlay", NULL);
  if (g_str_equal (gallery->scene, "about"))
    gtk_widget_activate_action (GTK_WIDGET (window), "page.about", NULL);
}

static void
show (Gallery *gallery)
{
  if (g_str_has_prefix (gallery->scene, "capture"))
    show_capture (gallery);
  else if (g_str_has_prefix (gallery->scene, "preferences"))
    show_preferences (gallery);
  else if (g_str_has_prefix (gallery->scene, "card"))
    show_card (gallery);
  else
    show_timeline (gallery);
}

static void
nothing (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
}

static const GActionEntry app_actions[] = {
  { .name = "capture", .activate = nothing },
  { .name = "preferences", .activate = nothing },
  { .name = "quit", .activate = nothing },
  { .name = "resume", .activate = nothing, .parameter_type = "s" },
  { .name = "later", .activate = nothing, .parameter_type = "s" },
  { .name = "let-go", .activate = nothing, .parameter_type = "s" },
  { .name = "show-crumb", .activate = nothing, .parameter_type = "s" },
};

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GError) error = NULL;

  bc_store_open_finish (BC_STORE (source), result, &error);
  g_assert_no_error (error);
}

static gboolean
show_loaded_cb (gpointer data)
{
  Gallery *gallery = data;
  gboolean loaded;

  g_object_get (gallery->open, "loaded", &loaded, NULL);
  if (!loaded)
    return G_SOURCE_CONTINUE;

  show (gallery);

  return G_SOURCE_REMOVE;
}

static void
activate_cb (Gallery *gallery)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BcClock) clock = bc_clock_new ();
  g_autofree char *path = g_build_filename (gallery->folder, "breadcrumbs.db", NULL);

  g_action_map_add_action_entries (G_ACTION_MAP (gallery->app), app_actions, G_N_ELEMENTS (app_actions), NULL);
  if (!g_str_equal (gallery->scene, "empty"))
    bc_ui_sample_fill (path, g_get_real_time ());

  gallery->settings = bc_settings_new (&error);
  g_assert_no_error (error);
  gallery->store = bc_store_new (path, clock);
  bc_store_open_async (gallery->store, NULL, opened_cb, NULL);
  gallery->open = bc_open_crumbs_new (gallery->store);
  gallery->words = bc_words_new (gallery->store);

  g_application_hold (G_APPLICATION (gallery->app));
  g_timeout_add (20, show_loaded_cb, gallery);
}

int
main (int   argc,
      char *argv[])
{
  Gallery gallery = { .scene = argc > 1 ? argv[1] : "timeline" };

  setlocale (LC_ALL, "");
  if (argc > 3)
    {
      gallery.width = atoi (argv[2]);
      gallery.height = atoi (argv[3]);
    }

  if (g_getenv ("GALLERY_RTL") != NULL)
    {
      gtk_init ();
      gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
    }

  gallery.folder = g_dir_make_tmp ("ui-gallery-XXXXXX", NULL);
  gallery.app = adw_application_new (BC_APP_ID, G_APPLICATION_NON_UNIQUE);
  g_signal_connect_swapped (gallery.app, "activate", G_CALLBACK (activate_cb), &gallery);

  return g_application_run (G_APPLICATION (gallery.app), 1, argv);
}
