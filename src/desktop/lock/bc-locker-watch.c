/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lock/bc-locker-watch.h"

#include <glib-unix.h>
#include <unistd.h>

#include "lock/bc-locker-process.h"

struct _BcLockerWatch {
  GObject parent_instance;

  BcLockerSession session;
  GCancellable *cancellable;
  gboolean checking;
  guint exit_id;
  int fd;
  gboolean active;
  gboolean proven;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (BcLockerWatch, bc_locker_watch, G_TYPE_OBJECT)

static void
forget_locker (BcLockerWatch *self)
{
  g_clear_handle_id (&self->exit_id, g_source_remove);
  if (self->fd >= 0)
    close (self->fd);
  self->fd = -1;
}

static gboolean
ended_cb (int          fd,
          GIOCondition condition,
          gpointer     user_data)
{
  BcLockerWatch *self = user_data;

  self->exit_id = 0;
  forget_locker (self);
  /* Still active, for now: some lockers are two processes. */
  bc_locker_watch_check (self);

  return G_SOURCE_REMOVE;
}

static void
take_locker (BcLockerWatch *self,
             int            fd)
{
  gboolean active = fd >= 0;

  self->fd = fd;
  if (active)
    self->exit_id = g_unix_fd_add (fd, G_IO_IN, ended_cb, self);
  if (self->active == active)
    return;

  self->active = active;
  self->proven |= active;
  g_signal_emit (self, changed_signal, 0);
}

static void
fd_free (gpointer data)
{
  close (GPOINTER_TO_INT (data) - 1);
}

static void
find_in_thread (GTask        *task,
                gpointer      source,
                gpointer      session,
                GCancellable *cancellable)
{
  /* Counted from one: a pointer to nothing stands for none. */
  int number = bc_locker_process_find (session) + 1;

  g_task_return_pointer (task, GINT_TO_POINTER (number), number > 0 ? fd_free : NULL);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  BcLockerWatch *self = BC_LOCKER_WATCH (source);
  g_autoptr (GError) error = NULL;
  int fd = GPOINTER_TO_INT (g_task_propagate_pointer (G_TASK (result), &error)) - 1;

  if (error != NULL)
    return;

  self->checking = FALSE;
  take_locker (self, fd);
}

static gpointer
copy_session (const BcLockerSession *session)
{
  BcLockerSession *copy = g_new (BcLockerSession, 1);

  copy->display = g_strdup (session->display);
  copy->wayland_display = g_strdup (session->wayland_display);

  return copy;
}

static void
session_free (gpointer data)
{
  BcLockerSession *session = data;

  g_free (session->display);
  g_free (session->wayland_display);
  g_free (session);
}

void
bc_locker_watch_check (BcLockerWatch *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->checking || self->exit_id != 0 ||
      (self->session.display == NULL && self->session.wayland_display == NULL))
    return;

  self->checking = TRUE;
  task = g_task_new (self, self->cancellable, found_cb, NULL);
  g_task_set_task_data (task, copy_session (&self->session), session_free);
  g_task_run_in_thread (task, find_in_thread);
}

static void
bc_locker_watch_dispose (GObject *object)
{
  BcLockerWatch *self = BC_LOCKER_WATCH (object);

  g_cancellable_cancel (self->cancellable);
  forget_locker (self);

  G_OBJECT_CLASS (bc_locker_watch_parent_class)->dispose (object);
}

static void
bc_locker_watch_finalize (GObject *object)
{
  BcLockerWatch *self = BC_LOCKER_WATCH (object);

  g_object_unref (self->cancellable);
  g_free (self->session.display);
  g_free (self->session.wayland_display);

  G_OBJECT_CLASS (bc_locker_watch_parent_class)->finalize (object);
}

static void
bc_locker_watch_class_init (BcLockerWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bc_locker_watch_dispose;
  object_class->finalize = bc_locker_watch_finalize;

  changed_signal = g_signal_new ("changed", BC_TYPE_LOCKER_WATCH, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bc_locker_watch_init (BcLockerWatch *self)
{
  self->cancellable = g_cancellable_new ();
  self->fd = -1;
}

BcLockerWatch *
bc_locker_watch_new (const char *display,
                     const char *wayland_display)
{
  BcLockerWatch *self = g_object_new (BC_TYPE_LOCKER_WATCH, NULL);

  self->session.display = g_strdup (display);
  self->session.wayland_display = g_strdup (wayland_display);

  return self;
}

gboolean
bc_locker_watch_is_active (BcLockerWatch *self)
{
  return self->active;
}

gboolean
bc_locker_watch_is_proven (BcLockerWatch *self)
{
  return self->proven;
}
