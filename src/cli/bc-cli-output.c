/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-cli-output.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bc-cli-error.h"

static gboolean
fail_errno (const char  *path,
            GError     **error)
{
  int saved = errno;

  g_set_error (error, BC_CLI_ERROR, BC_CLI_ERROR_FAILED, _("“%s” cannot be written: %s"), path, g_strerror (saved));

  return FALSE;
}

static gboolean
open_temporary (BcCliOutput *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *name = g_path_get_basename (self->path);
  g_autofree char *hidden = g_strdup_printf (".%s.XXXXXX", name);
  g_autofree char *template = g_build_filename (folder, hidden, NULL);

  self->fd = g_mkstemp_full (template, O_WRONLY | O_CLOEXEC, 0600);
  if (self->fd >= 0)
    self->temporary = g_steal_pointer (&template);

  return self->fd >= 0;
}

static gboolean
open_file (BcCliOutput *self,
           const char  *path)
{
  struct stat info;
  char *target = realpath (path, NULL);

  self->path = g_strdup (target != NULL ? target : path);
  free (target);
  if (stat (path, &info) != 0)
    return errno == ENOENT && open_temporary (self);
  if (S_ISREG (info.st_mode))
    return open_temporary (self);

  self->fd = open (path, O_WRONLY | O_CLOEXEC | O_NOCTTY);

  return self->fd >= 0;
}

gboolean
bc_cli_output_open (BcCliOutput  *self,
                    const char   *path,
                    GError      **error)
{
  *self = (BcCliOutput) { .fd = -1 };
  if (path == NULL)
    {
      self->stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
      return TRUE;
    }

  if (!open_file (self, path))
    return fail_errno (path, error);

  self->stream = g_unix_output_stream_new (self->fd, FALSE);

  return TRUE;
}

static gboolean
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean ok = fd >= 0 && fsync (fd) == 0;

  if (fd >= 0)
    close (fd);

  return ok;
}

gboolean
bc_cli_output_finish (BcCliOutput  *self,
                      GError      **error)
{
  if (self->temporary == NULL)
    return TRUE;

  if (fsync (self->fd) != 0 || g_rename (self->temporary, self->path) != 0)
    return fail_errno (self->path, error);
  g_clear_pointer (&self->temporary, g_free);

  return sync_folder (self->path) || fail_errno (self->path, error);
}

void
bc_cli_output_clear (BcCliOutput *self)
{
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  if (self->fd >= 0)
    close (self->fd);
  g_clear_object (&self->stream);
  g_free (self->path);
  g_free (self->temporary);
}
