/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-ui-rig.h"

#include <gdk/x11/gdkx.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>

#include "bc-await.h"
#include "bc-test-dir.h"

static BcXServer *server;
static GPid window_manager;
static char *home;

static void
set_environment (void)
{
  g_setenv ("DISPLAY", server->display, TRUE);
  g_setenv ("GDK_BACKEND", "x11", TRUE);
  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  g_setenv ("GTK_A11Y", "none", TRUE);
  g_setenv ("HOME", home, TRUE);
  g_setenv ("XDG_RUNTIME_DIR", home, TRUE);
  g_setenv ("XDG_CONFIG_HOME", home, TRUE);
  g_setenv ("XDG_CACHE_HOME", home, TRUE);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_unsetenv ("WAYLAND_DISPLAY");
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent", TRUE);
}

static gboolean
is_window_manager_there (void)
{
  const char *name = "_NET_SUPPORTING_WM_CHECK";
  xcb_intern_atom_reply_t *atom =
    xcb_intern_atom_reply (server->xcb, xcb_intern_atom (server->xcb, FALSE, strlen (name), name), NULL);
  xcb_get_property_reply_t *property =
    xcb_get_property_reply (server->xcb,
                            xcb_get_property (server->xcb, FALSE, server->root, atom->atom, XCB_ATOM_WINDOW, 0, 1),
                            NULL);
  gboolean there = xcb_get_property_value_length (property) > 0;

  free (atom);
  free (property);

  return there;
}

static void
start_window_manager (void)
{
  const char *argv[] = { "openbox", NULL };
  g_autoptr (GError) error = NULL;

  g_spawn_async (NULL, (char **) argv, NULL,
                 G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD |
                 G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                 NULL, NULL, &window_manager, &error);
  g_assert_no_error (error);
  bc_await (is_window_manager_there ());
}

static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  GdkDisplay *display = gdk_display_get_default ();

  gtk_css_provider_load_from_resource (provider, BC_APP_PATH "/style.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display), BC_APP_PATH "/icons");
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

void
bc_ui_rig_start (void)
{
  server = bc_x_server_new ();
  home = bc_test_dir_new ();
  set_environment ();
  start_window_manager ();
  gtk_init ();
  adw_init ();
  load_style ();
}

void
bc_ui_rig_stop (void)
{
  kill (window_manager, SIGTERM);
  waitpid (window_manager, NULL, 0);
  g_spawn_close_pid (window_manager);
  gdk_display_close (gdk_display_get_default ());
  bc_x_server_free (server);
  bc_test_dir_remove (home);
}

static void
take_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

void
bc_ui_rig_open (BcUiRig       *rig,
                gconstpointer  data)
{
  g_autoptr (BcClock) clock = bc_clock_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  rig->server = server;
  rig->folder = bc_test_dir_new ();
  path = g_build_filename (rig->folder, "breadcrumbs.db", NULL);
  rig->store = bc_store_new (path, clock);

  bc_store_open_async (rig->store, NULL, take_result_cb, &result);
  bc_await (result != NULL);
  bc_store_open_finish (rig->store, result, &error);
  g_assert_no_error (error);
}

void
bc_ui_rig_close (BcUiRig       *rig,
                 gconstpointer  data)
{
  bc_await_quiet ();
  bc_store_close (rig->store);
  bc_await_quiet ();
  g_clear_object (&rig->store);
  bc_test_dir_remove (g_steal_pointer (&rig->folder));
}

char *
bc_ui_rig_add (BcUiRig    *rig,
               const char *line)
{
  g_autoptr (BcLine) parsed = bc_line_parse (line);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BcCrumb) crumb = NULL;

  bc_store_add_async (rig->store, parsed, NULL, NULL, take_result_cb, &result);
  bc_await (result != NULL);
  crumb = bc_store_crumb_finish (rig->store, result, NULL, &error);
  g_assert_no_error (error);

  return g_strdup (bc_crumb_get_id (crumb));
}

BcCrumb *
bc_ui_rig_get (BcUiRig    *rig,
               const char *id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  BcCrumb *crumb;

  bc_store_get_async (rig->store, id, NULL, take_result_cb, &result);
  bc_await (result != NULL);
  crumb = bc_store_crumb_finish (rig->store, result, NULL, &error);
  g_assert_no_error (error);

  return crumb;
}

void
bc_ui_rig_tap (BcUiRig *rig,
               guint8   modifier,
               guint8   key)
{
  guint8 with_modifier[] = { modifier, key, 0 };

  bc_x_server_tap (rig->server, modifier != 0 ? with_modifier : with_modifier + 1);
}

/* GDK gives the focus to a window inside its own, some time after the window
 * manager has said that the window is focused. */
static gboolean
gets_keys (GdkSurface *surface)
{
  xcb_window_t wanted = gdk_x11_surface_get_xid (surface);
  xcb_get_input_focus_reply_t *focus =
    xcb_get_input_focus_reply (server->xcb, xcb_get_input_focus (server->xcb), NULL);
  xcb_query_tree_reply_t *tree =
    xcb_query_tree_reply (server->xcb, xcb_query_tree (server->xcb, focus->focus), NULL);
  gboolean gets = focus->focus == wanted || (tree != NULL && tree->parent == wanted);

  free (focus);
  free (tree);

  return gets;
}

static gboolean
has_focus (GtkWidget *window)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  return surface != NULL && gdk_surface_get_mapped (surface) && gets_keys (surface) &&
         (gdk_toplevel_get_state (GDK_TOPLEVEL (surface)) & GDK_TOPLEVEL_STATE_FOCUSED) != 0;
}

void
bc_ui_rig_destroy (gpointer window)
{
  g_object_ref (window);
  gtk_window_destroy (GTK_WINDOW (window));
  bc_await (G_OBJECT (window)->ref_count == 1);
  g_assert_finalize_object (G_OBJECT (window));
}

void
bc_ui_rig_await_focus (GtkWidget *window)
{
  bc_await (has_focus (window));
}

GtkWidget *
bc_ui_rig_find (GtkWidget *root,
                GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && gtk_widget_get_visible (root))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = bc_ui_rig_find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

gboolean
bc_ui_rig_shows (GtkWidget  *root,
                 const char *text)
{
  if (GTK_IS_LABEL (root) && gtk_widget_get_mapped (root) &&
      strstr (gtk_label_get_text (GTK_LABEL (root)), text) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (root);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (bc_ui_rig_shows (child, text))
        return TRUE;
    }

  return FALSE;
}
