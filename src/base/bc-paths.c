/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-paths.h"

#include <errno.h>
#include <glib/gstdio.h>

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

gboolean
bc_paths_make_private_dir (const char  *path,
                           GError     **error)
{
  int saved;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return TRUE;

  if (g_mkdir_with_parents (path, 0700) == 0)
    return TRUE;

  saved = errno;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved),
               "%s: %s", path, g_strerror (saved));

  return FALSE;
}

static char *
get_own_prefix (void)
{
  g_autofree char *exe = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *dir = NULL;

  if (exe == NULL)
    return NULL;

  dir = g_path_get_dirname (exe);

  return g_path_get_dirname (dir);
}

char *
bc_paths_get_installed (const char *configured,
                        const char *from_prefix)
{
  g_autofree char *prefix = get_own_prefix ();

  if (prefix != NULL)
    {
      g_autofree char *path = g_build_filename (prefix, from_prefix, NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }

  return g_strdup (configured);
}
