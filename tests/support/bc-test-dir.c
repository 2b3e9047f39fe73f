/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-test-dir.h"

#include <ftw.h>
#include <stdio.h>

char *
bc_test_dir_new (void)
{
  g_autoptr (GError) error = NULL;
  char *path = g_dir_make_tmp ("breadcrumbs-test-XXXXXX", &error);

  g_assert_no_error (error);

  return path;
}

static int
remove_cb (const char        *path,
           const struct stat *info,
           int                type,
           struct FTW        *walk)
{
  return remove (path);
}

void
bc_test_dir_remove (char *path)
{
  g_assert_cmpint (nftw (path, remove_cb, 16, FTW_DEPTH | FTW_PHYS), ==, 0);
  g_free (path);
}
