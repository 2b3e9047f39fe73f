/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "notifier/bc-notifier.h"

#include <glib/gi18n-lib.h>

#include "bc-backends.h"
#include "notifier/bc-notifier-backend.h"

struct _BcNotifier {
  GObject parent_instance;

  BcClock *clock;
  BcServiceStatus *status;
  BcNotifierBackend *backend;
};

enum {
  SHOWN,
  ACTION,
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const struct {
  const char *name;
  BcNotifierBackendNew new;
} known_backends[] = {
  { "libnotify", bc_notifier_libnotify_new },
};

G_DEFINE_FINAL_TYPE (BcNotifier, bc_notifier, G_TYPE_OBJECT)

static void
shown_cb (BcNotifier *self,
          const char *id)
{
  g_signal_emit (self, signals[SHOWN], 0, id);
}

static void
action_cb (BcNotifier *self,
           const char *id,
           const char *action,
           const char *token)
{
  g_autoptr (BcNotifier) alive = g_object_ref (self);

  bc_service_status_note_event (self->status, "action", bc_clock_now_us (self->clock));
  g_signal_emit (alive, signals[ACTION], 0, id, action, token);
}

static void
closed_cb (BcNotifier *self,
           const char *id,
           gboolean    dismissed)
{
  g_autoptr (BcNotifier) alive = g_object_ref (self);

  g_signal_emit (alive, signals[CLOSED], 0, id, dismissed);
}

static void
bc_notifier_dispose (GObject *object)
{
  BcNotifier *self = BC_NOTIFIER (object);

  g_clear_object (&self->backend);

  G_OBJECT_CLASS (bc_notifier_parent_class)->dispose (object);
}

static void
bc_notifier_finalize (GObject *object)
{
  BcNotifier *self = BC_NOTIFIER (object);

  g_object_unref (self->clock);
  g_object_unref (self->status);

  G_OBJECT_CLASS (bc_notifier_parent_class)->finalize (object);
}

static void
bc_notifier_class_init (BcNotifierClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bc_notifier_dispose;
  object_class->finalize = bc_notifier_finalize;

  signals[SHOWN] = g_signal_new ("shown", BC_TYPE_NOTIFIER, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ACTION] = g_signal_new ("action", BC_TYPE_NOTIFIER, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 3,
                                  G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
  signals[CLOSED] = g_signal_new ("closed", BC_TYPE_NOTIFIER, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
bc_notifier_init (BcNotifier *self)
{
  self->status = bc_service_status_new ("notifier");
}

static BcNotifierBackendNew
choose_backend (void)
{
  const char *names[G_N_ELEMENTS (known_backends) + 1] = { NULL };
  g_auto (GStrv) order = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (known_backends); i++)
    names[i] = known_backends[i].name;
  order = bc_backends_order ("notifier", names);

  for (guint i = 0; i < G_N_ELEMENTS (known_backends) && order[0] != NULL; i++)
    {
      if (g_str_equal (order[0], known_backends[i].name))
        return known_backends[i].new;
    }

  return NULL;
}

BcNotifier *
bc_notifier_new (GDBusConnection *bus,
                 const char      *app_id,
                 BcClock         *clock)
{
  BcNotifier *self = g_object_new (BC_TYPE_NOTIFIER, NULL);
  BcNotifierBackendNew new_backend = choose_backend ();

  self->clock = g_object_ref (clock);
  if (new_backend == NULL)
    bc_service_status_set (self->status, BC_SERVICE_STATE_OFF, NULL, _("Switched off by the environment."));
  else if (bus == NULL)
    bc_service_status_set (self->status, BC_SERVICE_STATE_UNAVAILABLE, NULL, _("There is no session bus."));
  else
    {
      self->backend = new_backend (bus, app_id, clock, self->status);
      g_signal_connect_object (self->backend, "shown", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->backend, "action", G_CALLBACK (action_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->backend, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
    }

  return self;
}

void
bc_notifier_show (BcNotifier           *self,
                  const char           *id,
                  const BcNotification *notification)
{
  g_return_if_fail (BC_IS_NOTIFIER (self));
  g_return_if_fail (id != NULL && notification != NULL && notification->summary != NULL);

  if (self->backend != NULL)
    bc_notifier_backend_show (self->backend, id, notification);
}

void
bc_notifier_withdraw (BcNotifier *self,
                      const char *id)
{
  g_return_if_fail (BC_IS_NOTIFIER (self));
  g_return_if_fail (id != NULL);

  if (self->backend != NULL)
    bc_notifier_backend_withdraw (self->backend, id);
}

guint
bc_notifier_get_server_id (BcNotifier *self,
                           const char *id)
{
  g_return_val_if_fail (BC_IS_NOTIFIER (self), 0);
  g_return_val_if_fail (id != NULL, 0);

  return self->backend != NULL ? bc_notifier_backend_get_server_id (self->backend, id) : 0;
}

BcServiceStatus *
bc_notifier_get_status (BcNotifier *self)
{
  return self->status;
}
