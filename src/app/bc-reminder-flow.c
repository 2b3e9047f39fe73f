/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-reminder-flow.h"

#include <glib/gi18n-lib.h>

#include "bc-reminder-policy.h"
#include "bc-reminder-text.h"

#define NOTIFICATION_ID "reminder"

struct _BcReminderFlow {
  GObject parent_instance;

  BcStore *store;
  BcSettings *settings;
  BcClock *clock;
  BcOpenCrumbs *open;
  BcNotifier *notifier;
  char *crumb_id;
};

enum {
  ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BcReminderFlow, bc_reminder_flow, G_TYPE_OBJECT)

static void
bc_reminder_flow_dispose (GObject *object)
{
  BcReminderFlow *self = BC_REMINDER_FLOW (object);

  g_clear_object (&self->store);
  g_clear_object (&self->settings);
  g_clear_object (&self->clock);
  g_clear_object (&self->open);
  g_clear_object (&self->notifier);

  G_OBJECT_CLASS (bc_reminder_flow_parent_class)->dispose (object);
}

static void
bc_reminder_flow_finalize (GObject *object)
{
  g_free (BC_REMINDER_FLOW (object)->crumb_id);

  G_OBJECT_CLASS (bc_reminder_flow_parent_class)->finalize (object);
}

static void
bc_reminder_flow_class_init (BcReminderFlowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bc_reminder_flow_dispose;
  object_class->finalize = bc_reminder_flow_finalize;

  signals[ANSWERED] = g_signal_new ("answered", BC_TYPE_REMINDER_FLOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
}

static void
bc_reminder_flow_init (BcReminderFlow *self)
{
}

static void
withdraw (BcReminderFlow *self)
{
  if (self->crumb_id == NULL)
    return;

  bc_notifier_withdraw (self->notifier, NOTIFICATION_ID);
  g_clear_pointer (&self->crumb_id, g_free);
}

static void
show (BcReminderFlow *self,
      BcCrumb        *crumb,
      const BcAway   *away)
{
  const char * const buttons[] = {
    "resume", C_("reminder", "Resume"),
    "later", C_("reminder", "Later"),
    "let-go", C_("reminder", "Let Go"),
    NULL
  };
  gboolean hide = bc_settings_get_hide_notification_text (self->settings);
  guint n_open = bc_open_crumbs_get_count (self->open);
  g_autofree char *summary = bc_reminder_summary (crumb, n_open, hide);
  g_autofree char *body = bc_reminder_body (crumb, away, n_open, hide);
  BcNotification notification = {
    .summary = summary,
    .body = body,
    .buttons = buttons,
    .default_label = C_("reminder", "Open"),
  };

  bc_notifier_show (self->notifier, NOTIFICATION_ID, &notification);
}

static void
returned_cb (BcAwayFlow     *flow,
             const BcAway   *away,
             BcReminderFlow *self)
{
  gint64 now_us = bc_clock_now_us (self->clock);
  g_autoptr (BcCrumb) crumb = bc_reminder_policy_choose (&(BcReminderSituation) {
    .away = away,
    .open = G_LIST_MODEL (self->open),
    .paused = bc_settings_are_reminders_paused (self->settings, now_us),
    .now_us = now_us,
  });

  if (crumb == NULL)
    return;

  show (self, crumb, away);
  g_free (self->crumb_id);
  self->crumb_id = g_strdup (bc_crumb_get_id (crumb));
  bc_store_act_async (self->store, self->crumb_id, BC_ACT_REMIND, NULL, NULL, NULL);
}

static void
action_cb (BcNotifier     *notifier,
           const char     *id,
           const char     *action,
           const char     *token,
           BcReminderFlow *self)
{
  g_autofree char *crumb_id = NULL;

  if (g_strcmp0 (id, NOTIFICATION_ID) != 0 || self->crumb_id == NULL)
    return;

  crumb_id = g_steal_pointer (&self->crumb_id);
  if (g_str_equal (action, "default"))
    action = "resume";
  g_signal_emit (self, signals[ANSWERED], 0, action, crumb_id, token);
}

static void
closed_cb (BcNotifier     *notifier,
           const char     *id,
           gboolean        dismissed,
           BcReminderFlow *self)
{
  if (g_strcmp0 (id, NOTIFICATION_ID) == 0)
    g_clear_pointer (&self->crumb_id, g_free);
}

/* Answered elsewhere, worded anew or gone: the notification no longer tells the truth. */
static void
store_changed_cb (BcStore        *store,
                  BcChangeSet    *changes,
                  BcReminderFlow *self)
{
  GPtrArray *crumbs = bc_change_set_get_crumbs (changes);

  for (guint i = 0; i < crumbs->len && self->crumb_id != NULL; i++)
    {
      BcCrumb *crumb = g_ptr_array_index (crumbs, i);

      if (g_str_equal (bc_crumb_get_id (crumb), self->crumb_id) &&
          (bc_crumb_get_state (crumb) != BC_CRUMB_OPEN || bc_crumb_is_deleted (crumb)))
        withdraw (self);
    }
}

BcReminderFlow *
bc_reminder_flow_new (BcStore      *store,
                      BcSettings   *settings,
                      BcClock      *clock,
                      BcOpenCrumbs *open,
                      BcNotifier   *notifier)
{
  BcReminderFlow *self = g_object_new (BC_TYPE_REMINDER_FLOW, NULL);

  self->store = g_object_ref (store);
  self->settings = g_object_ref (settings);
  self->clock = g_object_ref (clock);
  self->open = g_object_ref (open);
  self->notifier = g_object_ref (notifier);

  g_signal_connect_object (notifier, "action", G_CALLBACK (action_cb), self, 0);
  g_signal_connect_object (notifier, "closed", G_CALLBACK (closed_cb), self, 0);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, 0);

  return self;
}

void
bc_reminder_flow_follow (BcReminderFlow *self,
                         BcAwayFlow     *away)
{
  g_signal_connect_object (away, "returned", G_CALLBACK (returned_cb), self, 0);
  g_signal_connect_object (away, "left", G_CALLBACK (withdraw), self, G_CONNECT_SWAPPED);
}

const char *
bc_reminder_flow_get_crumb_id (BcReminderFlow *self)
{
  return self->crumb_id;
}
