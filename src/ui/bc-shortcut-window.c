/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-shortcut-window.h"

#include <glib/gi18n-lib.h>

#define STRONG_MODIFIERS (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_HYPER_MASK | GDK_META_MASK)

struct _BcShortcutWindow {
  AdwWindow parent_instance;

  AdwStatusPage *page;
};

enum {
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BcShortcutWindow, bc_shortcut_window, ADW_TYPE_WINDOW)

static gboolean
is_function_key (guint keyval)
{
  return (keyval >= GDK_KEY_F1 && keyval <= GDK_KEY_F35) ||
         keyval == GDK_KEY_Pause || keyval == GDK_KEY_Scroll_Lock ||
         keyval >= 0x10000000;
}

char *
bc_shortcut_accelerator (guint           keyval,
                         GdkModifierType state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  guint lower = gdk_keyval_to_lower (keyval);

  if (!gtk_accelerator_valid (lower, modifiers))
    return NULL;

  if ((modifiers & STRONG_MODIFIERS) == 0 && !is_function_key (lower))
    return NULL;

  return gtk_accelerator_name (lower, modifiers);
}

static void
choose (BcShortcutWindow *self,
        const char       *accelerator)
{
  g_signal_emit (self, signals[CHOSEN], 0, accelerator);
  gtk_window_close (GTK_WINDOW (self));
}

static guint
get_plain_keyval (BcShortcutWindow      *self,
                  GtkEventControllerKey *controller,
                  guint                  keyval,
                  guint                  keycode)
{
  guint plain = keyval;

  gdk_display_translate_key (gtk_widget_get_display (GTK_WIDGET (self)), keycode, 0,
                             gtk_event_controller_key_get_group (controller),
                             &plain, NULL, NULL, NULL);

  return plain;
}

static gboolean
key_pressed_cb (BcShortcutWindow      *self,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                GtkEventControllerKey *controller)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  guint plain = get_plain_keyval (self, controller, keyval, keycode);
  g_autofree char *accelerator = NULL;

  if (plain == GDK_KEY_Escape && modifiers == 0)
    {
      gtk_window_close (GTK_WINDOW (self));
      return TRUE;
    }

  if (plain == GDK_KEY_BackSpace && modifiers == 0)
    {
      choose (self, "");
      return TRUE;
    }

  accelerator = bc_shortcut_accelerator (plain, state);
  if (accelerator != NULL)
    choose (self, accelerator);
  else if (gtk_accelerator_valid (plain, 0))
    adw_status_page_set_description (self->page, _("Hold Super, Ctrl or Alt too: that key alone is needed for typing."));

  return TRUE;
}

static void
bc_shortcut_window_map (GtkWidget *widget)
{
  GdkSurface *surface;

  GTK_WIDGET_CLASS (bc_shortcut_window_parent_class)->map (widget);

  surface = gtk_native_get_surface (GTK_NATIVE (widget));
  gdk_toplevel_inhibit_system_shortcuts (GDK_TOPLEVEL (surface), NULL);
}

static void
bc_shortcut_window_unmap (GtkWidget *widget)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (widget));

  gdk_toplevel_restore_system_shortcuts (GDK_TOPLEVEL (surface));

  GTK_WIDGET_CLASS (bc_shortcut_window_parent_class)->unmap (widget);
}

static void
bc_shortcut_window_class_init (BcShortcutWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->map = bc_shortcut_window_map;
  widget_class->unmap = bc_shortcut_window_unmap;

  signals[CHOSEN] = g_signal_new ("chosen", BC_TYPE_SHORTCUT_WINDOW, G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, BC_APP_PATH "/ui/bc-shortcut-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BcShortcutWindow, page);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
bc_shortcut_window_init (BcShortcutWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

BcShortcutWindow *
bc_shortcut_window_new (GtkWindow *parent)
{
  return g_object_new (BC_TYPE_SHORTCUT_WINDOW, "transient-for", parent, NULL);
}
