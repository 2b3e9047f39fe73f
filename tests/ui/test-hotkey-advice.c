/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "bc-capture-command.h"
#include "bc-hotkey-advice.h"

#define KEY "<Super><Shift>b"
#define COMMAND "breadcrumbs capture --hotkey"

static const struct {
  const char *desktop;
  const char *route;
  const char *key;
  const char *place;
  const char *line;
} cases[] = {
  { "GNOME", "portal", KEY, "Global Shortcuts", NULL },
  { "ubuntu:GNOME", NULL, KEY, "Custom Shortcuts", COMMAND },
  { "ubuntu:GNOME", "gnome", KEY, "Custom Shortcuts", COMMAND },
  { "KDE", "portal", KEY, "System Settings", NULL },
  { "KDE", "x11", KEY, "add a command", COMMAND },
  { "sway", NULL, KEY, "sway/config", "bindsym Shift+Mod4+b exec " COMMAND },
  { "sway:wlroots", NULL, "<Control><Alt>F9", "sway/config", "bindsym Ctrl+Mod1+F9 exec " COMMAND },
  { "i3", "x11", KEY, "i3/config", "bindsym Shift+Mod4+b exec --no-startup-id " COMMAND },
  { "Hyprland", "portal", KEY, "hyprland.conf", "bind = SHIFT SUPER, b, global, " BC_APP_ID ":capture" },
  { "Hyprland", NULL, "F9", "hyprland.conf", "bind = , F9, exec, " COMMAND },
  { "niri", NULL, KEY, "config.kdl", "Shift+Super+b { spawn \"sh\" \"-c\" \"" COMMAND "\"; }" },
  { "labwc:wlroots", NULL, KEY, "rc.xml",
    "<keybind key=\"S-W-b\"><action name=\"Execute\" command=\"" COMMAND "\"/></keybind>" },
  { "XFCE", "x11", KEY, "Application Shortcuts", COMMAND },
  { "MATE", "x11", KEY, "Control Center", COMMAND },
  { "X-Cinnamon", "x11", KEY, "Custom Shortcuts", COMMAND },
  { "LXQt", "x11", KEY, "Shortcut Keys", COMMAND },
  { "COSMIC", NULL, KEY, "your desktop's keyboard settings", COMMAND },
  { NULL, NULL, KEY, "your desktop's keyboard settings", COMMAND },
  /* A key that makes no sense is not passed on. */
  { "sway", NULL, "<Supper>b", "sway/config", "bindsym Shift+Mod4+b exec " COMMAND },
  { "sway", NULL, "", "sway/config", "bindsym Shift+Mod4+b exec " COMMAND },
};

static void
test_table (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BcHotkeyAdvice) advice = bc_hotkey_advice_new (cases[i].desktop, cases[i].route, cases[i].key, COMMAND);

      g_assert_nonnull (strstr (advice->text, cases[i].place));
      g_assert_cmpstr (advice->line, ==, cases[i].line);
    }
}

static void
test_quoting (void)
{
  const char *command = "'/home/a b/\"x\"/breadcrumbs' capture --hotkey";
  g_autoptr (BcHotkeyAdvice) niri = bc_hotkey_advice_new ("niri", NULL, KEY, command);
  g_autoptr (BcHotkeyAdvice) labwc = bc_hotkey_advice_new ("labwc", NULL, KEY, command);

  g_assert_nonnull (strstr (niri->line, "\"'/home/a b/\\\"x\\\"/breadcrumbs' capture --hotkey\""));
  g_assert_nonnull (strstr (labwc->line, "command=\"&apos;/home/a b/&quot;x&quot;/breadcrumbs&apos; capture --hotkey\""));
}

static void
test_route_names (void)
{
  const char * const routes[] = { "portal", "x11", "gnome", "command" };

  for (gsize i = 0; i < G_N_ELEMENTS (routes); i++)
    g_assert_nonnull (bc_hotkey_route_name (routes[i]));
  g_assert_null (bc_hotkey_route_name (NULL));
  g_assert_null (bc_hotkey_route_name ("pigeon"));
}

static void
test_command (void)
{
  static const struct {
    const char *program;
    gboolean sandboxed;
    const char *command;
  } installs[] = {
    { "/usr/bin/breadcrumbs", FALSE, COMMAND },
    { "/usr/local/bin/breadcrumbs", FALSE, COMMAND },
    { "/home/ana/.local/bin/breadcrumbs", FALSE, "/home/ana/.local/bin/breadcrumbs capture --hotkey" },
    { "/opt/my apps/bin/breadcrumbs", FALSE, "'/opt/my apps/bin/breadcrumbs' capture --hotkey" },
    { "/opt/ana's/bin/breadcrumbs", FALSE, "'/opt/ana'\\''s/bin/breadcrumbs' capture --hotkey" },
    { "/app/bin/breadcrumbs", TRUE, "flatpak run --command=breadcrumbs " BC_APP_ID " capture --hotkey" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (installs); i++)
    {
      g_autofree char *command = bc_capture_command_for (installs[i].program, installs[i].sandboxed);

      g_assert_cmpstr (command, ==, installs[i].command);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/hotkey-advice/table", test_table);
  g_test_add_func ("/ui/hotkey-advice/quoting", test_quoting);
  g_test_add_func ("/ui/hotkey-advice/route-names", test_route_names);
  g_test_add_func ("/ui/hotkey-advice/command", test_command);

  return g_test_run ();
}
