/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "notifier/bc-serial-worker.h"

struct _BcSerialWorker {
  GThreadPool *pool;
};

typedef struct {
  GWeakRef owner;
  void (*run) (gpointer data);
  void (*done) (gpointer owner, gpointer data);
  gpointer data;
  GDestroyNotify free_data;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  job->free_data (job->data);
  g_weak_ref_clear (&job->owner);
  g_free (job);
}

static gboolean
done_cb (gpointer data)
{
  Job *job = data;
  g_autoptr (GObject) owner = g_weak_ref_get (&job->owner);

  if (owner != NULL && job->done != NULL)
    job->done (owner, job->data);

  return G_SOURCE_REMOVE;
}

/* Not g_main_context_invoke(): it would call back in this thread while nobody iterates. */
static void
run_cb (gpointer data,
        gpointer user_data)
{
  Job *job = data;
  g_autoptr (GSource) source = g_idle_source_new ();

  job->run (job->data);

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, done_cb, job, job_free);
  g_source_attach (source, NULL);
}

BcSerialWorker *
bc_serial_worker_new (void)
{
  BcSerialWorker *self = g_new0 (BcSerialWorker, 1);

  self->pool = g_thread_pool_new (run_cb, NULL, 1, FALSE, NULL);

  return self;
}

void
bc_serial_worker_free (BcSerialWorker *self)
{
  g_thread_pool_free (self->pool, FALSE, FALSE);
  g_free (self);
}

void
bc_serial_worker_push (BcSerialWorker *self,
                       gpointer        owner,
                       void          (*run) (gpointer data),
                       void          (*done) (gpointer owner, gpointer data),
                       gpointer        data,
                       GDestroyNotify  free_data)
{
  Job *job = g_new0 (Job, 1);

  g_weak_ref_init (&job->owner, owner);
  job->run = run;
  job->done = done;
  job->data = data;
  job->free_data = free_data;
  g_thread_pool_push (self->pool, job, NULL);
}
