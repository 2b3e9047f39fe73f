/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-desktop.h"

gboolean
bc_desktop_includes (const char *current,
                     const char *name)
{
  g_auto (GStrv) parts = g_strsplit (current != NULL ? current : "", ":", -1);

  return g_strv_contains ((const char * const *) parts, name);
}

gboolean
bc_desktop_is_one_of (const char * const *names)
{
  const char *current = g_getenv ("XDG_CURRENT_DESKTOP");

  for (; *names != NULL; names++)
    {
      if (bc_desktop_includes (current, *names))
        return TRUE;
    }

  return FALSE;
}
