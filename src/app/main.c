/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "bc-activation-token.h"
#include "bc-application.h"
#include "bc-paths.h"

static void
set_up_locale (void)
{
  g_autofree char *folder = bc_paths_get_installed (BC_LOCALEDIR, "share/locale");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *token = bc_activation_token_take_from_environment ();
  g_autoptr (BcApplication) application = NULL;

  set_up_locale ();
  /* By this name taskbars find the desktop file: it becomes the Wayland app_id and the X11 WM_CLASS. */
  g_set_prgname (BC_APP_ID);
  g_set_application_name (_("Breadcrumbs"));
  /* A line and a list need no GL: its drivers cost more memory and time than all else together. */
  g_setenv ("GSK_RENDERER", "cairo", FALSE);

  application = bc_application_new (token);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
