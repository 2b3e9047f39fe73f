/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-capture-command.h"

#include <string.h>

#include "bc-paths.h"

#define ARGUMENTS " capture --hotkey"

/* A login shell may add others, which the desktop knows nothing of. */
static gboolean
is_searched (const char *folder)
{
  return g_str_equal (folder, "/usr/bin") || g_str_equal (folder, "/usr/local/bin") || g_str_equal (folder, "/bin");
}

static gboolean
is_plain (const char *path)
{
  for (; *path != '\0'; path++)
    {
      if (!g_ascii_isalnum (*path) && strchr ("/._-+", *path) == NULL)
        return FALSE;
    }

  return TRUE;
}

char *
bc_capture_command_for (const char *program,
                        gboolean    sandboxed)
{
  g_autofree char *folder = g_path_get_dirname (program);
  g_autofree char *quoted = NULL;

  if (sandboxed)
    return g_strdup ("flatpak run --command=breadcrumbs " BC_APP_ID ARGUMENTS);
  if (is_searched (folder))
    return g_strdup ("breadcrumbs" ARGUMENTS);

  quoted = is_plain (program) ? g_strdup (program) : g_shell_quote (program);

  return g_strconcat (quoted, ARGUMENTS, NULL);
}

char *
bc_capture_command (void)
{
  g_autofree char *program = bc_paths_get_installed (BC_BINDIR "/breadcrumbs", "bin/breadcrumbs");

  return bc_capture_command_for (program, bc_paths_is_flatpak ());
}
