/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "idle/bc-idle.h"

#include "backend/bc-ladder.h"
#include "bc-backends.h"
#include "idle/bc-idle-backend.h"

#define TAKEN_OVER_S 1

struct _BcIdle {
  GObject parent_instance;

  BcClock *clock;
  BcServiceStatus *status;
  GPtrArray *backends;
  BcLadder *ladder;
  guint threshold_s;
  gboolean idle;
  BcBackend *teller;
  gboolean taken_over;
};

enum {
  IDLE,
  ACTIVE,
  N_SIGNALS
};

static const char * const backend_names[] = { "mutter", "muffin", "wayland", "wayland-kde", "x11", NULL };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BcIdle, bc_idle, G_TYPE_OBJECT)

static void
watch_for_s (BcIdle *self,
             guint   seconds)
{
  for (guint i = 0; i < self->backends->len; i++)
    bc_idle_backend_set_threshold_s (g_ptr_array_index (self->backends, i), seconds);
}

static void
idle_cb (BcIdle    *self,
         gint64     silent_us,
         BcBackend *backend)
{
  self->teller = backend;
  if (self->idle)
    return;

  self->idle = TRUE;
  bc_service_status_note_event (self->status, "idle", bc_clock_now_us (self->clock));
  g_signal_emit (self, signals[IDLE], 0, silent_us);
}

static void
active_cb (BcIdle *self)
{
  if (!self->idle)
    return;

  self->idle = FALSE;
  if (self->taken_over)
    watch_for_s (self, self->threshold_s);
  self->taken_over = FALSE;
  bc_service_status_note_event (self->status, "active", bc_clock_now_us (self->clock));
  g_signal_emit (self, signals[ACTIVE], 0);
}

static void
lost_cb (BcIdle    *self,
         GError    *error,
         BcBackend *backend)
{
  if (self->teller == backend)
    self->teller = NULL;
}

static void
state_changed_cb (BcIdle *self)
{
  BcBackend *current = bc_ladder_get_current (self->ladder);

  /* Whoever takes over knows nothing of the idleness it is to tell the end of: it must see that for itself, soon. */
  if (!self->idle || current == NULL || current == self->teller)
    return;

  self->taken_over = TRUE;
  bc_idle_backend_set_threshold_s (BC_IDLE_BACKEND (current), TAKEN_OVER_S);
}

static BcBackend *
create_backend (const char      *name,
                GDBusConnection *session,
                BcWaylandSource *wayland,
                BcX11Connection *x11,
                BcInhibitors    *inhibitors,
                BcClock         *clock)
{
  if (g_str_equal (name, "mutter"))
    return bc_idle_mutter_new (session, inhibitors, clock);
  if (g_str_equal (name, "muffin"))
    return bc_idle_muffin_new (session, inhibitors, clock);
  if (g_str_equal (name, "wayland"))
    return bc_idle_ext_new (wayland, clock);
  if (g_str_equal (name, "wayland-kde"))
    return bc_idle_kde_new (wayland, clock);
  if (g_str_equal (name, "x11"))
    return bc_idle_x11_new (x11, inhibitors, clock);

  g_assert_not_reached ();
}

static void
bc_idle_dispose (GObject *object)
{
  BcIdle *self = BC_IDLE (object);

  if (self->ladder != NULL)
    bc_ladder_stop (self->ladder);
  g_clear_object (&self->ladder);
  g_clear_pointer (&self->backends, g_ptr_array_unref);

  G_OBJECT_CLASS (bc_idle_parent_class)->dispose (object);
}

static void
bc_idle_finalize (GObject *object)
{
  BcIdle *self = BC_IDLE (object);

  g_clear_object (&self->status);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (bc_idle_parent_class)->finalize (object);
}

static void
bc_idle_class_init (BcIdleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bc_idle_dispose;
  object_class->finalize = bc_idle_finalize;

  signals[IDLE] = g_signal_new ("idle", BC_TYPE_IDLE, G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[ACTIVE] = g_signal_new ("active", BC_TYPE_IDLE, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bc_idle_init (BcIdle *self)
{
  self->status = bc_service_status_new ("idle");
  self->backends = g_ptr_array_new_with_free_func (g_object_unref);
}

BcIdle *
bc_idle_new (GDBusConnection *session,
             GDBusConnection *system,
             BcWaylandSource *wayland,
             BcX11Connection *x11,
             BcClock         *clock)
{
  BcIdle *self = g_object_new (BC_TYPE_IDLE, NULL);
  g_autoptr (BcInhibitors) inhibitors = bc_inhibitors_new (session, system);
  g_auto (GStrv) order = bc_backends_order ("idle", backend_names);

  self->clock = g_object_ref (clock);
  for (char **name = order; *name != NULL; name++)
    {
      BcBackend *backend = create_backend (*name, session, wayland, x11, inhibitors, clock);

      g_signal_connect_object (backend, "idle", G_CALLBACK (idle_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (backend, "active", G_CALLBACK (active_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (backend, "lost", G_CALLBACK (lost_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->backends, backend);
    }
  self->ladder = bc_ladder_new (self->status, self->backends);
  g_signal_connect_object (self->status, "notify::state", G_CALLBACK (state_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->status, "notify::backend", G_CALLBACK (state_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

void
bc_idle_set_threshold_s (BcIdle *self,
                         guint   seconds)
{
  gboolean running = self->threshold_s > 0;

  if (seconds == self->threshold_s)
    return;

  self->threshold_s = MIN (seconds, 7200);
  if (seconds == 0)
    {
      self->idle = FALSE;
      self->teller = NULL;
      self->taken_over = FALSE;
      bc_ladder_stop (self->ladder);
      return;
    }

  watch_for_s (self, self->threshold_s);
  if (!running)
    bc_ladder_start (self->ladder);
}

BcServiceStatus *
bc_idle_get_status (BcIdle *self)
{
  return self->status;
}
