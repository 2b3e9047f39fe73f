/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-reminder-flow.h"

#include <unistd.h>

#include "bc-paths.h"
#include "bc-reminder-policy.h"
#include "bc-reminder-text.h"
#include "notifier/bc-reminder-notice.h"

struct _BcReminderFlow {
  GObject parent_instance;

  BcStore *store;
  BcSettings *settings;
  BcClock *clock;
  BcOpenCrumbs *open;
  BcNotifier *notifier;
  BcLock *lock;
  char *crumb_id;
  gboolean is_counted;
  char *summary;
  char *body;
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
  g_clear_object (&self->lock);

  G_OBJECT_CLASS (bc_reminder_flow_parent_class)->dispose (object);
}

static void
bc_reminder_flow_finalize (GObject *object)
{
  BcReminderFlow *self = BC_REMINDER_FLOW (object);

  g_free (self->crumb_id);
  g_free (self->summary);
  g_free (self->body);

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

  bc_notifier_withdraw (self->notifier, BC_REMINDER_NOTICE_ID);
  g_clear_pointer (&self->crumb_id, g_free);
}

static BcReminderWording
get_wording (BcReminderFlow *self)
{
  return bc_reminder_policy_get_wording (bc_settings_get_hide_notification_text (self->settings),
                                         bc_lock_is_uncertain (self->lock),
                                         bc_settings_get_trust_idle (self->settings));
}

static void
show (BcReminderFlow *self,
      BcCrumb        *crumb,
      const BcAway   *away)
{
  BcReminderWording wording = get_wording (self);
  guint n_open = bc_open_crumbs_get_count (self->open);

  g_free (self->summary);
  g_free (self->body);
  self->summary = bc_reminder_summary (crumb, n_open, wording, bc_clock_now_us (self->clock));
  self->body = bc_reminder_body (crumb, away, n_open, wording);
  bc_reminder_notice_show (self->notifier, self->summary, self->body);
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
  self->is_counted = FALSE;
}

/* Only what was on the screen can have been ignored, and once however many daemons showed it. */
static void
shown_cb (BcNotifier     *notifier,
          const char     *id,
          BcReminderFlow *self)
{
  if (g_strcmp0 (id, BC_REMINDER_NOTICE_ID) != 0 || self->crumb_id == NULL || self->is_counted)
    return;

  self->is_counted = TRUE;
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

  if (g_strcmp0 (id, BC_REMINDER_NOTICE_ID) != 0 || self->crumb_id == NULL)
    return;

  crumb_id = g_steal_pointer (&self->crumb_id);
  g_signal_emit (self, signals[ANSWERED], 0, bc_reminder_notice_get_action (action), crumb_id, token);
}

static void
closed_cb (BcNotifier     *notifier,
           const char     *id,
           gboolean        dismissed,
           BcReminderFlow *self)
{
  if (g_strcmp0 (id, BC_REMINDER_NOTICE_ID) == 0)
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

  g_signal_connect_object (notifier, "shown", G_CALLBACK (shown_cb), self, 0);
  g_signal_connect_object (notifier, "action", G_CALLBACK (action_cb), self, 0);
  g_signal_connect_object (notifier, "closed", G_CALLBACK (closed_cb), self, 0);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, 0);

  return self;
}

void
bc_reminder_flow_follow (BcReminderFlow *self,
                         BcAwayFlow     *away,
                         BcLock         *lock)
{
  g_set_object (&self->lock, lock);
  g_signal_connect_object (away, "returned", G_CALLBACK (returned_cb), self, 0);
  g_signal_connect_object (away, "left", G_CALLBACK (withdraw), self, G_CONNECT_SWAPPED);
}

static void
write_text (BcReminderFlow *self,
            int             fd)
{
  g_autoptr (GVariant) text = g_variant_ref_sink (g_variant_new ("(ss)", self->summary, self->body));
  const char *bytes = g_variant_get_data (text);
  gsize length = g_variant_get_size (text);

  /* It fits into a pipe: nobody has to read for this to end. */
  while (length > 0)
    {
      gssize written = write (fd, bytes, length);

      if (written <= 0)
        break;
      bytes += written;
      length -= (gsize) written;
    }
  close (fd);
}

void
bc_reminder_flow_leave (BcReminderFlow *self)
{
  g_autofree char *program =
    bc_paths_get_installed (BC_LIBEXECDIR "/breadcrumbs-keeper", "libexec/breadcrumbs-keeper");
  g_autofree char *number =
    g_strdup_printf ("%u", bc_notifier_get_server_id (self->notifier, BC_REMINDER_NOTICE_ID));
  char *argv[] = { program, number, self->crumb_id, NULL };
  int input;

  if (self->crumb_id == NULL)
    return;

  if (g_spawn_async_with_pipes (NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL,
                                &input, NULL, NULL, NULL))
    write_text (self, input);
}
