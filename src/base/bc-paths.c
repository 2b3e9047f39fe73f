/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-paths.h"

char *
bc_paths_get_data_dir (void)
{
  return g_build_filename (g_get_user_data_dir (), "breadcrumbs", NULL);
}

char *
bc_paths_get_database (void)
{
  return g_build_filename (g_get_user_data_dir (), "breadcrumbs", "breadcrumbs.db", NULL);
}

char *
bc_paths_get_prefix (void)
{
  g_autofree char *exe = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *dir = NULL;

  if (exe == NULL)
    return NULL;

  dir = g_path_get_dirname (exe);

  return g_path_get_dirname (dir);
}

gboolean
bc_paths_is_flatpak (void)
{
  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
}

char *
bc_paths_get_installed (const char *configured,
                        const char *from_prefix)
{
  g_autofree char *prefix = bc_paths_get_prefix ();

  if (prefix != NULL)
    {
      g_autofree char *path = g_build_filename (prefix, from_prefix, NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }

  return g_strdup (configured);
}
