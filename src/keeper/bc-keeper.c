/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-keeper.h"

#include "bc-activation-token.h"
#include "notifier/bc-notifier.h"
#include "notifier/bc-reminder-notice.h"

#define CLOSE_TIMEOUT_MS 5000

struct _BcKeeper {
  GObject parent_instance;

  GDBusConnection *bus;
  BcClock *clock;
  BcNotifier *notifier;
  char *crumb_id;
  guint watch_id;
  gboolean is_back;
};

enum {
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BcKeeper, bc_keeper, G_TYPE_OBJECT)

static void
bc_keeper_dispose (GObject *object)
{
  BcKeeper *self = BC_KEEPER (object);

  g_clear_handle_id (&self->watch_id, g_bus_unwatch_name);
  g_clear_object (&self->notifier);
  g_clear_object (&self->clock);
  g_clear_object (&self->bus);

  G_OBJECT_CLASS (bc_keeper_parent_class)->dispose (object);
}

static void
bc_keeper_finalize (GObject *object)
{
  g_free (BC_KEEPER (object)->crumb_id);

  G_OBJECT_CLASS (bc_keeper_parent_class)->finalize (object);
}

static void
bc_keeper_class_init (BcKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bc_keeper_dispose;
  object_class->finalize = bc_keeper_finalize;

  signals[DONE] = g_signal_new ("done", BC_TYPE_KEEPER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bc_keeper_init (BcKeeper *self)
{
  self->clock = bc_clock_new ();
}

static void
finish (BcKeeper *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

static void
answered_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (BcKeeper) self = BC_KEEPER (user_data);
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  finish (self);
}

static void
close_number (BcKeeper            *self,
              guint32              number,
              GAsyncReadyCallback  callback)
{
  g_dbus_connection_call (self->bus, "org.freedesktop.Notifications", "/org/freedesktop/Notifications",
                          "org.freedesktop.Notifications", "CloseNotification",
                          g_variant_new ("(u)", number), NULL, G_DBUS_CALL_FLAGS_NO_AUTO_START,
                          CLOSE_TIMEOUT_MS, NULL, callback, callback != NULL ? g_object_ref (self) : NULL);
}

/* Not by the notifier, whose thread would end with the process; nor before the number is known. */
static void
close_if_back (BcKeeper *self)
{
  guint32 number = bc_notifier_get_server_id (self->notifier, BC_REMINDER_NOTICE_ID);

  if (self->is_back && number != 0)
    close_number (self, number, answered_cb);
}

static void
action_cb (BcNotifier *notifier,
           const char *id,
           const char *action,
           const char *token,
           BcKeeper   *self)
{
  GVariant *target = g_variant_new_variant (g_variant_new_string (self->crumb_id));

  g_clear_handle_id (&self->watch_id, g_bus_unwatch_name);
  g_dbus_connection_call (self->bus, BC_APP_ID, BC_APP_PATH, "org.freedesktop.Application", "ActivateAction",
                          g_variant_new ("(s@av@a{sv})", bc_reminder_notice_get_action (action),
                                         g_variant_new_array (G_VARIANT_TYPE_VARIANT, &target, 1),
                                         bc_activation_token_pack (token)),
                          NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, answered_cb, g_object_ref (self));
}

static void
closed_cb (BcNotifier *notifier,
           const char *id,
           gboolean    dismissed,
           BcKeeper   *self)
{
  finish (self);
}

static void
program_back_cb (GDBusConnection *bus,
                 const char      *name,
                 const char      *owner,
                 gpointer         user_data)
{
  BcKeeper *self = user_data;

  self->is_back = TRUE;
  close_if_back (self);
}

static void
program_gone_cb (GDBusConnection *bus,
                 const char      *name,
                 gpointer         user_data)
{
  BcKeeper *self = user_data;

  /* Only from here on does its appearing mean a return: it started us, and had still to leave. */
  g_clear_handle_id (&self->watch_id, g_bus_unwatch_name);
  self->watch_id = g_bus_watch_name_on_connection (self->bus, BC_APP_ID, G_BUS_NAME_WATCHER_FLAGS_NONE,
                                                   program_back_cb, NULL, self, NULL);
}

BcKeeper *
bc_keeper_new (GDBusConnection *bus,
               guint32          shown,
               const char      *crumb_id,
               const char      *summary,
               const char      *body)
{
  BcKeeper *self = g_object_new (BC_TYPE_KEEPER, NULL);

  self->bus = g_object_ref (bus);
  self->crumb_id = g_strdup (crumb_id);
  if (shown != 0)
    close_number (self, shown, NULL);
  self->notifier = bc_notifier_new (bus, BC_APP_ID, self->clock);
  g_signal_connect_object (self->notifier, "shown", G_CALLBACK (close_if_back), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->notifier, "action", G_CALLBACK (action_cb), self, 0);
  g_signal_connect_object (self->notifier, "closed", G_CALLBACK (closed_cb), self, 0);
  self->watch_id = g_bus_watch_name_on_connection (bus, BC_APP_ID, G_BUS_NAME_WATCHER_FLAGS_NONE,
                                                   NULL, program_gone_cb, self, NULL);
  bc_reminder_notice_show (self->notifier, summary, body);

  return self;
}
