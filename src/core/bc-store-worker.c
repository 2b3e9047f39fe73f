/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-store-worker.h"

struct _BcStoreWorker {
  GThread *thread;
  GAsyncQueue *jobs;
  GMainContext *context;
  BcStoreWorkerChangedFunc changed;
  gpointer user_data;

  /* The thread's own from here on. */
  char *path;
  BcClock *clock;
  BcJournal *journal;
};

typedef struct {
  GTask *task;
  BcStoreFunc func;
  GDestroyNotify answer_free;
  gboolean stop;
} Job;

typedef struct {
  BcStoreWorkerChangedFunc changed;
  gpointer user_data;
  BcChangeSet *changes;
} Report;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->task);
  g_free (job);
}

static gboolean
report_cb (gpointer data)
{
  Report *report = data;

  report->changed (report->changes, report->user_data);

  return G_SOURCE_REMOVE;
}

static void
report_free (gpointer data)
{
  Report *report = data;

  bc_change_set_unref (report->changes);
  g_object_unref (report->user_data);
  g_free (report);
}

static void
report_changes (BcStoreWorker *self)
{
  g_autoptr (BcChangeSet) changes = bc_journal_take_changes (self->journal, NULL);
  g_autoptr (GSource) source = NULL;
  Report *report;

  if (changes == NULL || bc_change_set_is_empty (changes))
    return;

  report = g_new (Report, 1);
  report->changed = self->changed;
  report->user_data = g_object_ref (self->user_data);
  report->changes = g_steal_pointer (&changes);

  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, report_cb, report, report_free);
  g_source_attach (source, self->context);
}

static gboolean
ensure_open (BcStoreWorker  *self,
             GError        **error)
{
  if (self->journal == NULL)
    self->journal = bc_journal_open (self->path, self->clock, BC_JOURNAL_READ_WRITE, error);

  return self->journal != NULL;
}

static void
run_job (BcStoreWorker *self,
         Job           *job)
{
  GError *error = NULL;
  gpointer answer = GINT_TO_POINTER (TRUE);

  if (g_task_return_error_if_cancelled (job->task))
    return;

  if (ensure_open (self, &error) && job->func != NULL)
    {
      answer = job->func (self->journal, g_task_get_task_data (job->task),
                          g_task_get_cancellable (job->task), &error);
      report_changes (self);
    }

  if (error != NULL)
    g_task_return_error (job->task, error);
  else
    g_task_return_pointer (job->task, answer, job->answer_free);
}

static gpointer
worker_main (gpointer data)
{
  BcStoreWorker *self = data;
  gboolean stop = FALSE;

  while (!stop)
    {
      Job *job = g_async_queue_pop (self->jobs);

      stop = job->stop;
      if (!stop)
        run_job (self, job);
      job_free (job);
    }
  g_clear_object (&self->journal);

  return NULL;
}

BcStoreWorker *
bc_store_worker_new (const char               *path,
                     BcClock                  *clock,
                     BcStoreWorkerChangedFunc  changed,
                     gpointer                  user_data)
{
  BcStoreWorker *self = g_new0 (BcStoreWorker, 1);

  self->path = g_strdup (path);
  self->clock = g_object_ref (clock);
  self->changed = changed;
  self->user_data = user_data;
  self->context = g_main_context_ref_thread_default ();
  self->jobs = g_async_queue_new_full (job_free);
  self->thread = g_thread_new ("bc-store", worker_main, self);

  return self;
}

void
bc_store_worker_push (BcStoreWorker  *self,
                      GTask          *task,
                      BcStoreFunc     func,
                      GDestroyNotify  answer_free)
{
  Job *job = g_new0 (Job, 1);

  job->task = task;
  job->func = func;
  job->answer_free = answer_free;
  g_async_queue_push (self->jobs, job);
}

void
bc_store_worker_stop (BcStoreWorker *self)
{
  Job *job = g_new0 (Job, 1);

  job->stop = TRUE;
  g_async_queue_push (self->jobs, job);
  g_thread_join (self->thread);

  g_async_queue_unref (self->jobs);
  g_main_context_unref (self->context);
  g_clear_object (&self->clock);
  g_free (self->path);
  g_free (self);
}
