/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "backend/bc-ladder.h"

#include <glib/gi18n-lib.h>

typedef struct {
  BcBackend *backend;
  GError *error;
  GError *lost;
  gboolean retry;
} Rung;

typedef struct {
  BcLadder *ladder;
  GCancellable *cancellable;
  guint index;
} Attempt;

struct _BcLadder {
  GObject parent_instance;

  BcServiceStatus *status;
  GPtrArray *rungs;
  int current;
  int trying;
  gboolean started;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (BcLadder, bc_ladder, G_TYPE_OBJECT)

static void try_rung (BcLadder *self, guint index);

static void
rung_free (gpointer data)
{
  Rung *rung = data;

  g_clear_error (&rung->error);
  g_clear_error (&rung->lost);
  g_object_unref (rung->backend);
  g_free (rung);
}

static Rung *
get_rung (BcLadder *self,
          guint     index)
{
  return g_ptr_array_index (self->rungs, index);
}

static gboolean
find_rung (BcLadder  *self,
           BcBackend *backend,
           guint     *index)
{
  for (guint i = 0; i < self->rungs->len; i++)
    {
      if (get_rung (self, i)->backend == backend)
        {
          *index = i;
          return TRUE;
        }
    }

  return FALSE;
}

static void
refuse (BcLadder *self,
        guint     index,
        GError   *error)
{
  Rung *rung = get_rung (self, index);

  g_clear_error (&rung->error);
  rung->error = error;
  bc_service_status_set_refusal (self->status, bc_backend_get_name (rung->backend),
                                 error != NULL ? error->message : NULL);
}

static int
rate (const GError *error)
{
  if (g_error_matches (error, BC_SERVICE_ERROR, BC_SERVICE_ERROR_UNAVAILABLE))
    return 0;
  if (g_error_matches (error, BC_SERVICE_ERROR, BC_SERVICE_ERROR_NOT_YET))
    return 1;

  return 2;
}

static void
conclude (BcLadder *self)
{
  Rung *telling = NULL;
  gboolean may_come = FALSE;

  for (guint i = 0; i < self->rungs->len; i++)
    {
      Rung *rung = get_rung (self, i);

      may_come |= g_error_matches (rung->error, BC_SERVICE_ERROR, BC_SERVICE_ERROR_NOT_YET);
      if (rung->error != NULL && (telling == NULL || rate (rung->error) > rate (telling->error)))
        telling = rung;
    }

  if (telling == NULL)
    bc_service_status_set (self->status, BC_SERVICE_STATE_OFF, NULL,
                           _("Switched off by an environment variable."));
  else
    bc_service_status_set (self->status,
                           may_come ? BC_SERVICE_STATE_WAITING : BC_SERVICE_STATE_UNAVAILABLE,
                           bc_backend_get_name (telling->backend), telling->error->message);
}

static gboolean
try_again (BcLadder *self)
{
  guint end = self->current < 0 ? self->rungs->len : (guint) self->current;

  for (guint i = 0; i < end; i++)
    {
      if (get_rung (self, i)->retry)
        {
          try_rung (self, i);
          return TRUE;
        }
    }

  return FALSE;
}

static void
go_on_from (BcLadder *self,
            guint     index)
{
  if (self->current < 0 && index < self->rungs->len)
    try_rung (self, index);
  else if (!try_again (self) && self->current < 0)
    conclude (self);
}

static void
tell_active (BcLadder  *self,
             BcBackend *backend)
{
  bc_service_status_set (self->status, BC_SERVICE_STATE_ACTIVE, bc_backend_get_name (backend),
                         bc_backend_get_detail (backend));
}

static void
settle_on (BcLadder *self,
           guint     index)
{
  if (self->current >= 0 && self->current != (int) index)
    bc_backend_stop (get_rung (self, (guint) self->current)->backend);
  self->current = (int) index;
  refuse (self, index, NULL);
  tell_active (self, get_rung (self, index)->backend);
}

static void
attempt_free (Attempt *attempt)
{
  g_object_unref (attempt->ladder);
  g_object_unref (attempt->cancellable);
  g_free (attempt);
}

static void
started_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Attempt *attempt = user_data;
  BcLadder *self = attempt->ladder;
  guint index = attempt->index;
  GError *error = NULL;
  gboolean serves = bc_backend_start_finish (BC_BACKEND (source), result, &error);

  if (g_cancellable_is_cancelled (attempt->cancellable))
    {
      g_clear_error (&error);
    }
  else
    {
      Rung *rung = get_rung (self, index);

      self->trying = -1;
      if (serves && rung->lost == NULL)
        settle_on (self, index);
      else
        refuse (self, index, serves ? g_steal_pointer (&rung->lost) : error);
      go_on_from (self, index + 1);
    }

  attempt_free (attempt);
}

static void
try_rung (BcLadder *self,
          guint     index)
{
  Rung *rung = get_rung (self, index);
  Attempt *attempt = g_new (Attempt, 1);

  rung->retry = FALSE;
  g_clear_error (&rung->lost);
  self->trying = (int) index;
  if (self->current < 0)
    bc_service_status_set (self->status, BC_SERVICE_STATE_WAITING, bc_backend_get_name (rung->backend), NULL);

  attempt->ladder = g_object_ref (self);
  attempt->cancellable = g_object_ref (self->cancellable);
  attempt->index = index;
  bc_backend_start_async (rung->backend, self->cancellable, started_cb, attempt);
}

static void
available_cb (BcLadder  *self,
              BcBackend *backend)
{
  guint index;

  if (!self->started || !find_rung (self, backend, &index))
    return;

  get_rung (self, index)->retry = TRUE;
  if (self->trying < 0)
    try_again (self);
}

static void
changed_cb (BcLadder  *self,
            BcBackend *backend)
{
  if (bc_ladder_get_current (self) == backend)
    tell_active (self, backend);
}

static void
lost_cb (BcLadder  *self,
         GError    *error,
         BcBackend *backend)
{
  guint index;

  if (!self->started || !find_rung (self, backend, &index))
    return;

  /* It served, and no more, before it could say so. */
  if (self->trying == (int) index)
    {
      g_clear_error (&get_rung (self, index)->lost);
      get_rung (self, index)->lost = g_error_copy (error);
      return;
    }

  if (self->current != (int) index)
    return;

  self->current = -1;
  refuse (self, index, g_error_copy (error));
  if (self->trying < 0)
    go_on_from (self, index + 1);
}

static void
reset (BcLadder *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->started = FALSE;
  self->current = -1;
  self->trying = -1;
  for (guint i = 0; i < self->rungs->len; i++)
    {
      bc_backend_stop (get_rung (self, i)->backend);
      get_rung (self, i)->retry = FALSE;
      refuse (self, i, NULL);
    }
}

static void
bc_ladder_dispose (GObject *object)
{
  BcLadder *self = BC_LADDER (object);

  reset (self);

  G_OBJECT_CLASS (bc_ladder_parent_class)->dispose (object);
}

static void
bc_ladder_finalize (GObject *object)
{
  BcLadder *self = BC_LADDER (object);

  g_ptr_array_unref (self->rungs);
  g_object_unref (self->status);

  G_OBJECT_CLASS (bc_ladder_parent_class)->finalize (object);
}

static void
bc_ladder_class_init (BcLadderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bc_ladder_dispose;
  object_class->finalize = bc_ladder_finalize;
}

static void
bc_ladder_init (BcLadder *self)
{
  self->rungs = g_ptr_array_new_with_free_func (rung_free);
  self->current = -1;
  self->trying = -1;
}

BcLadder *
bc_ladder_new (BcServiceStatus *status,
               GPtrArray       *backends)
{
  BcLadder *self = g_object_new (BC_TYPE_LADDER, NULL);

  self->status = g_object_ref (status);
  for (guint i = 0; i < backends->len; i++)
    {
      Rung *rung = g_new0 (Rung, 1);

      rung->backend = g_object_ref (g_ptr_array_index (backends, i));
      g_signal_connect_object (rung->backend, "available", G_CALLBACK (available_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (rung->backend, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (rung->backend, "lost", G_CALLBACK (lost_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->rungs, rung);
    }

  return self;
}

void
bc_ladder_start (BcLadder *self)
{
  reset (self);
  self->started = TRUE;
  self->cancellable = g_cancellable_new ();
  go_on_from (self, 0);
}

void
bc_ladder_stop (BcLadder *self)
{
  reset (self);
  bc_service_status_set (self->status, BC_SERVICE_STATE_OFF, NULL, NULL);
}

BcBackend *
bc_ladder_get_current (BcLadder *self)
{
  return self->current < 0 ? NULL : get_rung (self, (guint) self->current)->backend;
}
