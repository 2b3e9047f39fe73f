/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-store.h"

#include "bc-store-worker.h"

#define WATCH_RATE_MS 100

struct _BcStore {
  GObject parent_instance;

  BcStoreWorker *worker;
  GFileMonitor *monitor;
  char *path;
  gboolean looking;
  gboolean look_again;
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BcStore, bc_store, G_TYPE_OBJECT)

static void
bc_store_dispose (GObject *object)
{
  bc_store_close (BC_STORE (object));

  G_OBJECT_CLASS (bc_store_parent_class)->dispose (object);
}

static void
bc_store_finalize (GObject *object)
{
  g_free (BC_STORE (object)->path);

  G_OBJECT_CLASS (bc_store_parent_class)->finalize (object);
}

static void
bc_store_class_init (BcStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bc_store_dispose;
  object_class->finalize = bc_store_finalize;

  signals[CHANGED] = g_signal_new ("changed", BC_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, BC_TYPE_CHANGE_SET);
}

static void
bc_store_init (BcStore *self)
{
}

static void
changed_cb (BcChangeSet *changes,
            gpointer     user_data)
{
  g_signal_emit (user_data, signals[CHANGED], 0, changes);
}

BcStore *
bc_store_new (const char *path,
              BcClock    *clock)
{
  BcStore *self = g_object_new (BC_TYPE_STORE, NULL);

  self->path = g_strdup (path);
  self->worker = bc_store_worker_new (path, clock, changed_cb, self);

  return self;
}

void
bc_store_close (BcStore *self)
{
  g_clear_object (&self->monitor);
  g_clear_pointer (&self->worker, bc_store_worker_stop);
}

void
bc_store_run_async (BcStore              *self,
                    BcStoreFunc           func,
                    gpointer              data,
                    GDestroyNotify        data_free,
                    GDestroyNotify        answer_free,
                    GCancellable         *cancellable,
                    GAsyncReadyCallback   callback,
                    gpointer              user_data)
{
  GTask *task;

  g_return_if_fail (BC_IS_STORE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bc_store_run_async);
  g_task_set_task_data (task, data, data_free);
  if (self->worker != NULL)
    bc_store_worker_push (self->worker, task, func, answer_free);
  else
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED, "The store has been closed");
      g_object_unref (task);
    }
}

gpointer
bc_store_run_finish (BcStore       *self,
                     GAsyncResult  *result,
                     GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
do_nothing (BcJournal     *journal,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  return GINT_TO_POINTER (TRUE);
}

static void look (BcStore *self);

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  BcStore *self = BC_STORE (source);

  bc_store_run_finish (self, result, NULL);
  self->looking = FALSE;
  if (self->look_again && self->worker != NULL)
    look (self);
}

/* Every job ends by reporting what was committed by anybody: an empty one is enough. */
static void
look (BcStore *self)
{
  self->look_again = self->looking;
  if (self->looking)
    return;

  self->looking = TRUE;
  bc_store_run_async (self, do_nothing, NULL, NULL, NULL, NULL, looked_cb, NULL);
}

static gboolean
is_data_file (BcStore *self,
              GFile   *file)
{
  const char *path = g_file_peek_path (file);

  return path != NULL && g_str_has_prefix (path, self->path) && !g_str_has_suffix (path, "-shm");
}

static void
file_changed_cb (GFileMonitor      *monitor,
                 GFile             *file,
                 GFile             *other,
                 GFileMonitorEvent  event,
                 BcStore           *self)
{
  if (is_data_file (self, file))
    look (self);
}

/* Other processes write the log beside the file, and make it anew: so the folder is watched. */
static void
watch (BcStore *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GFile) folder = g_file_get_parent (file);

  if (self->monitor != NULL || self->worker == NULL)
    return;

  self->monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor == NULL)
    return;

  g_file_monitor_set_rate_limit (self->monitor, WATCH_RATE_MS);
  g_signal_connect_object (self->monitor, "changed", G_CALLBACK (file_changed_cb), self, 0);
}

void
bc_store_open_async (BcStore              *self,
                     GCancellable         *cancellable,
                     GAsyncReadyCallback   callback,
                     gpointer              user_data)
{
  bc_store_run_async (self, do_nothing, NULL, NULL, NULL, cancellable, callback, user_data);
}

gboolean
bc_store_open_finish (BcStore       *self,
                      GAsyncResult  *result,
                      GError       **error)
{
  if (bc_store_run_finish (self, result, error) == NULL)
    return FALSE;

  watch (self);

  return TRUE;
}
