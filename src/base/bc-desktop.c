/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-desktop.h"

gboolean
bc_desktop_is_one_of (const char * const *names)
{
  const char *current = g_getenv ("XDG_CURRENT_DESKTOP");
  g_auto (GStrv) parts = g_strsplit (current != NULL ? current : "", ":", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (g_strv_contains (names, parts[i]))
        return TRUE;
    }

  return FALSE;
}
