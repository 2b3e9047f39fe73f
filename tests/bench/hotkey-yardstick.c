/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gdk/x11/gdkx.h>
#include <gtk/gtk.h>
#include <stdio.h>

#include "bc-clock.h"
#include "hotkey/bc-hotkey.h"
#include "x11/bc-x11-connection.h"

/*
 * The least a resident GTK program must do to answer a global hotkey: the same grab
 * as Breadcrumbs has, and a window with an entry that was built beforehand. Nothing
 * else: no style of its own, no preview, no store, no other services.
 *
 * hotkey-yardstick ACCELERATOR    says "ready" once the key is grabbed
 */

static void
set_user_time (GtkWidget *window,
               guint32    time)
{
  GdkSurface *surface;

  gtk_widget_realize (window);
  surface = gtk_native_get_surface (GTK_NATIVE (window));
  if (GDK_IS_X11_SURFACE (surface))
    gdk_x11_surface_set_user_time (surface, time);
}

static void
state_changed_cb (BcServiceStatus *status)
{
  if (bc_service_status_get_state (status) != BC_SERVICE_STATE_ACTIVE)
    return;

  g_print ("ready\n");
  fflush (stdout);
}

static void
activated_cb (BcHotkey   *hotkey,
              guint       time,
              const char *token,
              GtkWindow  *window)
{
  set_user_time (GTK_WIDGET (window), time);
  gtk_window_present_with_time (window, time);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                GtkWidget             *window)
{
  if (keyval != GDK_KEY_Escape)
    return FALSE;

  gtk_widget_set_visible (window, FALSE);

  return TRUE;
}

static GtkWidget *
build_window (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_window_set_title (GTK_WINDOW (window), "Yardstick");
  gtk_window_set_default_size (GTK_WINDOW (window), 560, 120);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_child (GTK_WINDOW (window), entry);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), window);
  gtk_widget_add_controller (window, keys);
  gtk_widget_realize (window);

  return window;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (BcClock) clock = bc_clock_new ();
  g_autoptr (BcX11Connection) x11 = NULL;
  g_autoptr (BcHotkey) hotkey = NULL;
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  GtkWidget *window;

  if (argc != 2)
    {
      g_printerr ("usage: %s ACCELERATOR\n", argv[0]);
      return 2;
    }

  g_set_prgname ("hotkey-yardstick");
  gtk_init ();
  window = build_window ();
  x11 = bc_x11_connection_new_for_session ();
  hotkey = bc_hotkey_new (BC_APP_ID, NULL, x11, clock);
  g_signal_connect (hotkey, "activated", G_CALLBACK (activated_cb), window);
  g_signal_connect (bc_hotkey_get_status (hotkey), "notify::state", G_CALLBACK (state_changed_cb), NULL);
  bc_hotkey_set_accelerator (hotkey, argv[1]);
  g_main_loop_run (loop);

  return 0;
}
