/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-hotkey-advice.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>
#include <string.h>

#include "bc-desktop.h"

#define DEFAULT_KEY "<Super><Shift>b"

/* How a desktop's settings write it. */
typedef enum {
  NOTHING,
  COMMAND,
  SWAY,
  I3,
  HYPRLAND_GLOBAL,
  HYPRLAND_EXEC,
  NIRI,
  LABWC,
} Form;

static const struct {
  const char *desktop;
  const char *route;
  Form form;
  const char *text;
} table[] = {
  { "GNOME", "portal", NOTHING,
    N_("In Settings, open Apps, then Breadcrumbs, then Global Shortcuts, and look which key it has there.") },
  { "GNOME", NULL, COMMAND,
    N_("In Settings, open Keyboard, then View and Customize Shortcuts, then Custom Shortcuts, and add one with this command.") },
  { "KDE", "portal", NOTHING,
    N_("In System Settings, open Shortcuts, choose Breadcrumbs, and look which key it has there.") },
  { "KDE", NULL, COMMAND,
    N_("In System Settings, open Shortcuts, choose to add a command, paste this one and give it a key.") },
  { "Hyprland", "portal", HYPRLAND_GLOBAL,
    N_("Hyprland leaves the key to you. Put this line into ~/.config/hypr/hyprland.conf.") },
  { "Hyprland", NULL, HYPRLAND_EXEC,
    N_("Put this line into ~/.config/hypr/hyprland.conf.") },
  { "sway", NULL, SWAY,
    N_("Put this line into ~/.config/sway/config, and reload it.") },
  { "i3", NULL, I3,
    N_("Put this line into ~/.config/i3/config, and reload it.") },
  { "niri", NULL, NIRI,
    N_("Put this line into the section “binds” of ~/.config/niri/config.kdl.") },
  { "labwc", NULL, LABWC,
    N_("Put this line into the section “keyboard” of ~/.config/labwc/rc.xml, and reload it.") },
  { "XFCE", NULL, COMMAND,
    N_("In Settings, open Keyboard, then Application Shortcuts, and add one with this command.") },
  { "MATE", NULL, COMMAND,
    N_("In the Control Center, open Keyboard Shortcuts, and add one with this command.") },
  { "X-Cinnamon", NULL, COMMAND,
    N_("In System Settings, open Keyboard, then Shortcuts, then Custom Shortcuts, and add one with this command.") },
  { "LXQt", NULL, COMMAND,
    N_("In LXQt's configuration, open Shortcut Keys, and add one with this command.") },
  { NULL, NULL, COMMAND,
    N_("In your desktop's keyboard settings, bind this command to a key.") },
};

static const struct {
  const char *route;
  const char *name;
} routes[] = {
  { "portal", NC_("hotkey route", "The desktop's portal for global shortcuts") },
  { "x11", NC_("hotkey route", "Directly from the X server") },
  { "gnome", NC_("hotkey route", "A custom shortcut of GNOME") },
  { "command", NC_("hotkey route", "A command that the desktop runs") },
};

/* The words for Control, Alt, Shift and Super. */
static char *
write_key (const char         *accelerator,
           const char * const  words[4],
           const char         *separator)
{
  static const GdkModifierType modifiers[] = { GDK_CONTROL_MASK, GDK_ALT_MASK, GDK_SHIFT_MASK, GDK_SUPER_MASK };
  GString *text = g_string_new (NULL);
  GdkModifierType state;
  guint keyval;

  if (!gtk_accelerator_parse (accelerator, &keyval, &state) || keyval == 0)
    gtk_accelerator_parse (DEFAULT_KEY, &keyval, &state);

  for (gsize i = 0; i < G_N_ELEMENTS (modifiers); i++)
    {
      if ((state & modifiers[i]) != 0)
        g_string_append_printf (text, "%s%s", words[i], separator);
    }
  g_string_append (text, gdk_keyval_name (keyval));

  return g_string_free (text, FALSE);
}

static char *
write_bindsym (const char *accelerator,
               const char *exec,
               const char *command)
{
  static const char * const words[] = { "Ctrl", "Mod1", "Shift", "Mod4" };
  g_autofree char *key = write_key (accelerator, words, "+");

  return g_strconcat ("bindsym ", key, " ", exec, " ", command, NULL);
}

static char *
write_hyprland (const char *accelerator,
                const char *dispatcher,
                const char *argument)
{
  static const char * const words[] = { "CTRL", "ALT", "SHIFT", "SUPER" };
  g_autofree char *key = write_key (accelerator, words, " ");
  char *last = strrchr (key, ' ');
  const char *name = last != NULL ? last + 1 : key;
  g_autofree char *modifiers = g_strndup (key, last != NULL ? (gsize) (last - key) : 0);

  return g_strconcat ("bind = ", modifiers, ", ", name, ", ", dispatcher, ", ", argument, NULL);
}

static char *
write_niri (const char *accelerator,
            const char *command)
{
  static const char * const words[] = { "Ctrl", "Alt", "Shift", "Super" };
  g_autofree char *key = write_key (accelerator, words, "+");
  g_autofree char *escaped = g_strescape (command, NULL);

  return g_strconcat (key, " { spawn \"sh\" \"-c\" \"", escaped, "\"; }", NULL);
}

static char *
write_labwc (const char *accelerator,
             const char *command)
{
  static const char * const words[] = { "C", "A", "S", "W" };
  g_autofree char *key = write_key (accelerator, words, "-");

  return g_markup_printf_escaped ("<keybind key=\"%s\"><action name=\"Execute\" command=\"%s\"/></keybind>",
                                  key, command);
}

static char *
write_line (Form        form,
            const char *accelerator,
            const char *command)
{
  switch (form)
    {
    case COMMAND:
      return g_strdup (command);
    case SWAY:
      return write_bindsym (accelerator, "exec", command);
    case I3:
      return write_bindsym (accelerator, "exec --no-startup-id", command);
    case HYPRLAND_GLOBAL:
      return write_hyprland (accelerator, "global", BC_APP_ID ":capture");
    case HYPRLAND_EXEC:
      return write_hyprland (accelerator, "exec", command);
    case NIRI:
      return write_niri (accelerator, command);
    case LABWC:
      return write_labwc (accelerator, command);
    case NOTHING:
    default:
      return NULL;
    }
}

BcHotkeyAdvice *
bc_hotkey_advice_new (const char *desktop,
                      const char *route,
                      const char *accelerator,
                      const char *command)
{
  BcHotkeyAdvice *self = g_new (BcHotkeyAdvice, 1);
  gsize i = 0;

  while ((table[i].desktop != NULL && !bc_desktop_includes (desktop, table[i].desktop)) ||
         (table[i].route != NULL && g_strcmp0 (table[i].route, route) != 0))
    i++;

  self->text = g_strdup (_(table[i].text));
  self->line = write_line (table[i].form, accelerator, command);

  return self;
}

void
bc_hotkey_advice_free (BcHotkeyAdvice *self)
{
  g_free (self->text);
  g_free (self->line);
  g_free (self);
}

const char *
bc_hotkey_route_name (const char *route)
{
  for (gsize i = 0; i < G_N_ELEMENTS (routes); i++)
    {
      if (g_strcmp0 (routes[i].route, route) == 0)
        return g_dpgettext2 (GETTEXT_PACKAGE, "hotkey route", routes[i].name);
    }

  return NULL;
}
