/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-db-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "bc-journal.h"
#include "bc-schema.h"

#define HEADER_SIZE 100
#define USER_VERSION_OFFSET 60
#define APPLICATION_ID_OFFSET 68

static gboolean
fail_errno (const char  *path,
            GError     **error)
{
  int saved = errno;
  BcStoreError code = BC_STORE_ERROR_FAILED;

  if (saved == EACCES || saved == EPERM || saved == EROFS || saved == ENOTDIR || saved == ELOOP)
    code = BC_STORE_ERROR_READ_ONLY;
  else if (saved == ENOSPC || saved == EDQUOT)
    code = BC_STORE_ERROR_FULL;
  g_set_error (error, BC_STORE_ERROR, code, "%s: %s", path, g_strerror (saved));

  return FALSE;
}

static gboolean
make_folder (const char  *path,
             GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;

  return fail_errno (folder, error);
}

gboolean
bc_db_file_prepare (const char  *path,
                    GError     **error)
{
  int fd;

  if (!make_folder (path, error))
    return FALSE;

  fd = open (path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (fd >= 0)
    {
      fchmod (fd, 0600);
      close (fd);
      return TRUE;
    }
  if (errno != EEXIST)
    return fail_errno (path, error);

  if (g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      errno = ELOOP;
      return fail_errno (path, error);
    }

  return TRUE;
}

static guint32
read_be32 (const guint8 *bytes)
{
  guint32 value;

  memcpy (&value, bytes, sizeof value);

  return GUINT32_FROM_BE (value);
}

static gboolean
check_header (const guint8  *header,
              const char    *path,
              GError       **error)
{
  guint32 id = read_be32 (header + APPLICATION_ID_OFFSET);
  guint32 version = read_be32 (header + USER_VERSION_OFFSET);

  if (memcmp (header, "SQLite format 3", 16) != 0)
    {
      g_set_error (error, BC_STORE_ERROR, BC_STORE_ERROR_NOT_OURS, "%s is not a database", path);
      return FALSE;
    }

  return bc_schema_check_numbers (id, version, path, error);
}

gboolean
bc_db_file_check (const char  *path,
                  GError     **error)
{
  guint8 header[HEADER_SIZE];
  gssize got;
  int fd = open (path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);

  if (fd < 0)
    return fail_errno (path, error);

  got = read (fd, header, sizeof header);
  close (fd);
  if (got < 0)
    return fail_errno (path, error);
  if (got == 0)
    return TRUE;
  if (got < HEADER_SIZE)
    {
      g_set_error (error, BC_STORE_ERROR, BC_STORE_ERROR_NOT_OURS, "%s is not a database", path);
      return FALSE;
    }

  return check_header (header, path, error);
}

gboolean
bc_db_file_is_remote (const char *path)
{
  /* NFS, CIFS, SMB2, FUSE, 9P, AFS: statfs(2) and linux/magic.h. */
  static const guint32 remote[] = {
    0x6969, 0xff534d42, 0xfe534d42, 0x65735546, 0x01021997, 0x5346414f,
  };
  struct statfs info;

  if (statfs (path, &info) != 0)
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (remote); i++)
    {
      if ((guint32) info.f_type == remote[i])
        return TRUE;
    }

  return FALSE;
}
