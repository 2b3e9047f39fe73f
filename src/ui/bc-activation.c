/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-activation.h"

#ifdef GDK_WINDOWING_X11
#include <gdk/x11/gdkx.h>
#endif
#ifdef GDK_WINDOWING_WAYLAND
#include <gdk/wayland/gdkwayland.h>
#endif

#include "bc-activation-token.h"

/* A compositor that takes a token gives the focus within a few frames. */
#define PATIENCE_MS 500

#define OVERDUE_KEY "bc-activation-overdue"

static gboolean
blocks (GtkWindow *dialog,
        GtkWindow *window)
{
  return gtk_widget_get_visible (GTK_WIDGET (dialog)) &&
         gtk_window_get_modal (dialog) &&
         gtk_window_get_transient_for (dialog) == window;
}

static GtkWindow *
get_front (GtkWindow *window)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    {
      if (blocks (link->data, window))
        return get_front (link->data);
    }

  return window;
}

static gboolean
is_behind (GtkWindow *window)
{
  return gtk_widget_get_visible (GTK_WIDGET (window)) && !gtk_window_is_active (window);
}

static void
map_anew (GtkWindow *window)
{
  gtk_widget_set_visible (GTK_WIDGET (window), FALSE);
  gtk_window_present (window);
}

static gboolean
overdue_cb (gpointer user_data)
{
  GtkWindow *window = user_data;

  g_object_steal_data (G_OBJECT (window), OVERDUE_KEY);
  if (!is_behind (window))
    return G_SOURCE_REMOVE;

#ifdef GDK_WINDOWING_X11
  if (GDK_IS_X11_DISPLAY (gtk_widget_get_display (GTK_WIDGET (window))))
    {
      GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

      gtk_window_present_with_time (window, gdk_x11_get_server_time (surface));
      return G_SOURCE_REMOVE;
    }
#endif
  map_anew (window);

  return G_SOURCE_REMOVE;
}

static void
remove_source (gpointer id)
{
  g_source_remove (GPOINTER_TO_UINT (id));
}

/* Whoever turns elsewhere after that is left alone. */
static void
active_changed_cb (GtkWindow *window)
{
  if (gtk_window_is_active (window))
    g_object_set_data (G_OBJECT (window), OVERDUE_KEY, NULL);
}

/* Some compositors refuse even the tokens of their own notifications (sway 1.7), or take them for a
 * wish to be noticed (sway 1.10); Muffin maps a window behind another that was mapped just before;
 * and that the focus has gone elsewhere may not be known yet. */
static void
insist (GtkWindow *window)
{
  guint id = g_timeout_add (PATIENCE_MS, overdue_cb, window);

  g_object_set_data_full (G_OBJECT (window), OVERDUE_KEY, GUINT_TO_POINTER (id), remove_source);
  g_signal_handlers_disconnect_by_func (window, active_changed_cb, NULL);
  g_signal_connect (window, "notify::is-active", G_CALLBACK (active_changed_cb), NULL);
}

#ifdef GDK_WINDOWING_X11
/* What asked for the window was an act of the user, whether or not it brought a time; without one
 * the window manager would only mark the window as demanding attention.
 *
 * Realized only here and just before it is mapped: GTK 4.8 crashes when a window that was realized
 * and never mapped is destroyed. */
static void
present_on_x11 (GtkWindow  *window,
                const char *token,
                guint32     time)
{
  GdkSurface *surface;

  gtk_widget_realize (GTK_WIDGET (window));
  surface = gtk_native_get_surface (GTK_NATIVE (window));
  if (token != NULL)
    gtk_window_set_startup_id (window, token);
  if (time == 0)
    time = gdk_x11_get_server_time (surface);
  gdk_x11_surface_set_user_time (surface, time);
  gtk_window_present_with_time (window, time);
  insist (window);
}
#endif

#ifdef GDK_WINDOWING_WAYLAND
static void
present_on_wayland (GtkWindow  *window,
                    const char *token)
{
  gboolean visible = gtk_widget_get_visible (GTK_WIDGET (window));

  /* gtk_window_set_startup_id() does nothing on Wayland before GTK 4.16. */
  gdk_wayland_display_set_startup_notification_id (gtk_widget_get_display (GTK_WIDGET (window)), token);
  if (token == NULL && is_behind (window))
    {
      map_anew (window);
      return;
    }

  gtk_window_present (window);
  if (visible)
    insist (window);
}
#endif

void
bc_activation_present (GtkWindow  *window,
                       const char *token,
                       guint32     time)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (window));

  window = get_front (window);
  if (!bc_activation_token_is_valid (token))
    token = NULL;

#ifdef GDK_WINDOWING_X11
  if (GDK_IS_X11_DISPLAY (display))
    {
      present_on_x11 (window, token, time);
      return;
    }
#endif
#ifdef GDK_WINDOWING_WAYLAND
  if (GDK_IS_WAYLAND_DISPLAY (display))
    {
      present_on_wayland (window, token);
      return;
    }
#endif

  gtk_window_present (window);
}

void
bc_activation_forget (void)
{
#ifdef GDK_WINDOWING_WAYLAND
  GdkDisplay *display = gdk_display_get_default ();

  if (display != NULL && GDK_IS_WAYLAND_DISPLAY (display))
    gdk_wayland_display_set_startup_notification_id (display, NULL);
#endif
}
