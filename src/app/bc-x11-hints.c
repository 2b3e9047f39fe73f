/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-x11-hints.h"

#ifdef GDK_WINDOWING_X11
#include <X11/Xatom.h>
#include <gdk/x11/gdkx.h>
#endif

#ifdef GDK_WINDOWING_X11
static void
realize_cb (GtkWidget *window)
{
  GdkDisplay *display = gtk_widget_get_display (window);
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));
  Atom type = gdk_x11_get_xatom_by_name_for_display (display, "_NET_WM_WINDOW_TYPE_DIALOG");

  XChangeProperty (gdk_x11_display_get_xdisplay (display), gdk_x11_surface_get_xid (surface),
                   gdk_x11_get_xatom_by_name_for_display (display, "_NET_WM_WINDOW_TYPE"),
                   XA_ATOM, 32, PropModeReplace, (const unsigned char *) &type, 1);
  gdk_x11_surface_set_skip_taskbar_hint (surface, TRUE);
  gdk_x11_surface_set_skip_pager_hint (surface, TRUE);
}
#endif

void
bc_x11_hints_set_dialog (GtkWindow *window)
{
#ifdef GDK_WINDOWING_X11
  if (GDK_IS_X11_DISPLAY (gtk_widget_get_display (GTK_WIDGET (window))))
    g_signal_connect (window, "realize", G_CALLBACK (realize_cb), NULL);
#endif
}
