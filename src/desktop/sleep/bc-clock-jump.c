/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sleep/bc-clock-jump.h"

#include <glib-unix.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

typedef struct {
  int fd;
  GSourceFunc callback;
  gpointer user_data;
} Jump;

static gboolean
arm (int fd)
{
  /* The last second that is safe on every kernel, in 2286. */
  struct itimerspec far = { .it_value.tv_sec = (time_t) 9999999999 };

  return timerfd_settime (fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &far, NULL) == 0;
}

static void
jump_free (gpointer data)
{
  Jump *jump = data;

  close (jump->fd);
  g_free (jump);
}

static gboolean
readable_cb (int          fd,
             GIOCondition condition,
             gpointer     user_data)
{
  Jump *jump = user_data;
  guint64 expirations;

  /* Fails with ECANCELED upon a jump. */
  if (read (fd, &expirations, sizeof expirations) < 0)
    arm (fd);

  return jump->callback (jump->user_data);
}

guint
bc_clock_jump_add (GSourceFunc callback,
                   gpointer    user_data)
{
  int fd = timerfd_create (CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK);
  Jump *jump;

  if (fd < 0)
    return 0;

  if (!arm (fd))
    {
      close (fd);
      return 0;
    }

  jump = g_new (Jump, 1);
  *jump = (Jump) { fd, callback, user_data };

  return g_unix_fd_add_full (G_PRIORITY_DEFAULT, fd, G_IO_IN, readable_cb, jump, jump_free);
}
