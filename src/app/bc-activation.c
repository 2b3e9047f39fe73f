/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-activation.h"

#ifdef GDK_WINDOWING_X11
#include <gdk/x11/gdkx.h>
#endif
#ifdef GDK_WINDOWING_WAYLAND
#include <gdk/wayland/gdkwayland.h>
#endif

static const char * const keys[] = { "activation-token", "desktop-startup-id" };
static char *inherited;

static void
take_variable (const char *name)
{
  const char *value = g_getenv (name);

  if (inherited == NULL && value != NULL && *value != '\0')
    inherited = g_strdup (value);
  g_unsetenv (name);
}

void
bc_activation_init (void)
{
  take_variable ("XDG_ACTIVATION_TOKEN");
  take_variable ("DESKTOP_STARTUP_ID");
}

void
bc_activation_add_platform_data (GVariantBuilder *builder)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys) && inherited != NULL; i++)
    g_variant_builder_add (builder, "{sv}", keys[i], g_variant_new_string (inherited));
}

char *
bc_activation_get_token (GVariant *platform_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const char *token;

      if (g_variant_lookup (platform_data, keys[i], "&s", &token) && *token != '\0')
        return g_strdup (token);
    }

  return NULL;
}

gboolean
bc_activation_use (GtkWidget  *widget,
                   const char *token)
{
  GdkDisplay *display = gtk_widget_get_display (widget);

  if (token == NULL || *token == '\0')
    return FALSE;

#ifdef GDK_WINDOWING_WAYLAND
  if (GDK_IS_WAYLAND_DISPLAY (display))
    {
      /* gtk_window_set_startup_id() does nothing on Wayland before GTK 4.16. */
      gdk_wayland_display_set_startup_notification_id (display, token);
      return TRUE;
    }
#endif
#ifdef GDK_WINDOWING_X11
  if (GDK_IS_X11_DISPLAY (display))
    gdk_x11_display_set_startup_notification_id (display, token);
#endif

  return TRUE;
}

#ifdef GDK_WINDOWING_X11
/* What asked for the window was an act of the user, whether or not it brought a time; without one
 * the window manager would only mark the window as demanding attention. */
static void
present_on_x11 (GtkWindow *window,
                guint32    time)
{
  GdkSurface *surface;

  gtk_widget_realize (GTK_WIDGET (window));
  surface = gtk_native_get_surface (GTK_NATIVE (window));
  if (time == 0)
    time = gdk_x11_get_server_time (surface);
  gdk_x11_surface_set_user_time (surface, time);
  gtk_window_present_with_time (window, time);
}
#endif

void
bc_activation_present (GtkWindow  *window,
                       const char *token,
                       guint32     time)
{
  gboolean used = bc_activation_use (GTK_WIDGET (window), token);

#ifdef GDK_WINDOWING_X11
  if (GDK_IS_X11_DISPLAY (gtk_widget_get_display (GTK_WIDGET (window))))
    {
      present_on_x11 (window, time);
      return;
    }
#endif

  if (!used && gtk_widget_get_visible (GTK_WIDGET (window)) && !gtk_window_is_active (window))
    gtk_widget_set_visible (GTK_WIDGET (window), FALSE);
  gtk_window_present (window);
}
