/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lock/bc-locker-process.h"

#include <stdlib.h>
#include <string.h>
#include <sys/pidfd.h>
#include <unistd.h>

static const char * const lockers[] = {
  "swaylock", "gtklock", "waylock", "hyprlock",
  "i3lock", "slock", "xsecurelock", "xtrlock", "xlock",
  NULL
};

static char *
read_file (int         pid,
           const char *name,
           gsize      *length)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/%s", pid, name);
  char *contents = NULL;

  return g_file_get_contents (path, &contents, length, NULL) ? contents : NULL;
}

static gboolean
is_locker (int pid)
{
  g_autofree char *name = read_file (pid, "comm", NULL);

  return name != NULL && g_strv_contains (lockers, g_strchomp (name));
}

/* By the real user: some lockers run as root to read passwords. */
static gboolean
is_ours (int pid)
{
  g_autofree char *status = read_file (pid, "status", NULL);
  const char *uid = status != NULL ? strstr (status, "\nUid:") : NULL;

  return uid != NULL && strtoul (uid + strlen ("\nUid:"), NULL, 10) == getuid ();
}

static gboolean
has_variable (const char *environment,
              gsize       length,
              const char *name,
              const char *value)
{
  g_autofree char *wanted = g_strconcat (name, "=", value, NULL);

  if (value == NULL)
    return FALSE;

  for (const char *entry = environment; entry < environment + length; entry += strlen (entry) + 1)
    {
      if (g_str_equal (entry, wanted))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_in_session (int                    pid,
               const BcLockerSession *session)
{
  gsize length = 0;
  g_autofree char *environment = read_file (pid, "environ", &length);

  /* That of a program with more rights than ours is not to be read; then the user must do. */
  if (environment == NULL)
    return TRUE;

  return has_variable (environment, length, "WAYLAND_DISPLAY", session->wayland_display) ||
         has_variable (environment, length, "DISPLAY", session->display);
}

static int
open_if_locker (int                    pid,
                const BcLockerSession *session)
{
  int fd;

  if (!is_locker (pid))
    return -1;

  /* Opened first, looked at afterwards: its number may be another's by now. */
  fd = pidfd_open (pid, 0);
  if (fd < 0 || (is_locker (pid) && is_ours (pid) && is_in_session (pid, session)))
    return fd;

  close (fd);

  return -1;
}

int
bc_locker_process_find (const BcLockerSession *session)
{
  g_autoptr (GDir) proc = g_dir_open ("/proc", 0, NULL);
  const char *name;
  int fd = -1;

  while (fd < 0 && proc != NULL && (name = g_dir_read_name (proc)) != NULL)
    {
      if (g_ascii_isdigit (*name))
        fd = open_if_locker (atoi (name), session);
    }

  return fd;
}
