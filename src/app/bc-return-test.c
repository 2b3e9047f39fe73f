/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-return-test.h"

#include <glib/gi18n-lib.h>

#include "bc-away-flow.h"

#define NOTICE_ID "return-test"

struct _BcReturnTest {
  GObject parent_instance;

  BcIdle *idle;
  BcServiceStatus *everyday;
  BcLock *lock;
  BcSleep *sleep;
  BcNotifier *notifier;
  BcClock *clock;
  guint patience_ms;

  BcReturnTestRow *row;
  BcAwayFlow *flow;
  BcReturnTestStage stage;
  char *problem;
  guint idle_s;
  guint timeout_id;
};

static guint clicked_signal;

G_DEFINE_FINAL_TYPE (BcReturnTest, bc_return_test, G_TYPE_OBJECT)

static void
tell_row (BcReturnTest *self)
{
  if (self->row != NULL)
    bc_return_test_row_show (self->row, &(BcReturnTestReport) {
      .stage = self->stage,
      .source = bc_service_status_get_reason (self->everyday),
      .idle_s = self->idle_s,
      .problem = self->problem,
    });
}

/* What holds a service up, in its own words; nothing if it serves. */
static const char *
get_problem (BcServiceStatus *status)
{
  return bc_service_status_get_state (status) == BC_SERVICE_STATE_ACTIVE ? NULL
                                                                         : bc_service_status_get_reason (status);
}

static void
stop_watching (BcReturnTest *self)
{
  bc_idle_set_threshold_s (self->idle, 0);
  if (self->flow != NULL)
    g_signal_handlers_disconnect_by_data (self->flow, self);
}

static void
come_to (BcReturnTest      *self,
         BcReturnTestStage  stage,
         const char        *problem)
{
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  self->stage = stage;
  g_free (self->problem);
  self->problem = g_strdup (problem);
  tell_row (self);
}

static void
miss_idle (BcReturnTest *self)
{
  come_to (self, BC_RETURN_TEST_NO_IDLE, get_problem (bc_idle_get_status (self->idle)));
  stop_watching (self);
}

static void
miss_notification (BcReturnTest *self)
{
  bc_notifier_withdraw (self->notifier, NOTICE_ID);
  come_to (self, BC_RETURN_TEST_NO_NOTIFICATION, get_problem (bc_notifier_get_status (self->notifier)));
}

static gboolean
timeout_cb (gpointer user_data)
{
  BcReturnTest *self = user_data;

  self->timeout_id = 0;
  if (self->stage == BC_RETURN_TEST_HANDS_OFF)
    miss_idle (self);
  else if (self->stage == BC_RETURN_TEST_SHOWING)
    miss_notification (self);
  else
    /* She may be at tea: a return that comes later still counts. */
    come_to (self, BC_RETURN_TEST_NO_RETURN, NULL);

  return G_SOURCE_REMOVE;
}

static void
await (BcReturnTest      *self,
       BcReturnTestStage  stage)
{
  come_to (self, stage, NULL);
  self->timeout_id = g_timeout_add (self->patience_ms, timeout_cb, self);
}

static void
idle_cb (BcIdle       *idle,
         gint64        silent_us,
         BcReturnTest *self)
{
  if (self->stage == BC_RETURN_TEST_HANDS_OFF)
    await (self, BC_RETURN_TEST_MOVE);
}

static void
returned_cb (BcAwayFlow   *flow,
             const BcAway *away,
             BcReturnTest *self)
{
  const BcNotification notification = {
    .summary = _("This is a test"),
    .body = _("Breadcrumbs has seen you come back. Reminders will reach you like this."),
    .default_label = C_("reminder", "Open"),
  };

  /* A lock meanwhile is a return too, but not the one that is tested. */
  if ((away->causes & BC_AWAY_IDLE) == 0)
    return;

  self->idle_s = (guint) (away->duration_us / G_USEC_PER_SEC);
  stop_watching (self);
  await (self, BC_RETURN_TEST_SHOWING);
  bc_notifier_show (self->notifier, NOTICE_ID, &notification);
}

static void
shown_cb (BcNotifier   *notifier,
          const char   *id,
          BcReturnTest *self)
{
  if (g_str_equal (id, NOTICE_ID) && self->stage == BC_RETURN_TEST_SHOWING)
    come_to (self, BC_RETURN_TEST_SHOWN, NULL);
}

static void
action_cb (BcNotifier   *notifier,
           const char   *id,
           const char   *action,
           const char   *token,
           BcReturnTest *self)
{
  if (!g_str_equal (id, NOTICE_ID))
    return;

  if (self->stage == BC_RETURN_TEST_SHOWING || self->stage == BC_RETURN_TEST_SHOWN)
    come_to (self, BC_RETURN_TEST_CLICKED, NULL);
  g_signal_emit (self, clicked_signal, 0, token);
}

static void
closed_cb (BcNotifier   *notifier,
           const char   *id,
           gboolean      dismissed,
           BcReturnTest *self)
{
  if (g_str_equal (id, NOTICE_ID) && self->stage == BC_RETURN_TEST_SHOWING)
    miss_notification (self);
}

static void
idle_state_cb (BcReturnTest *self)
{
  if (self->stage == BC_RETURN_TEST_HANDS_OFF &&
      bc_service_status_get_state (bc_idle_get_status (self->idle)) == BC_SERVICE_STATE_UNAVAILABLE)
    miss_idle (self);
}

void
bc_return_test_start (BcReturnTest *self)
{
  bc_return_test_stop (self);
  g_clear_object (&self->flow);
  self->flow = bc_away_flow_new (NULL, self->clock, self->idle, self->lock, self->sleep);
  g_signal_connect_object (self->flow, "returned", G_CALLBACK (returned_cb), self, 0);
  await (self, BC_RETURN_TEST_HANDS_OFF);
  bc_idle_set_threshold_s (self->idle, BC_RETURN_TEST_IDLE_S);
}

void
bc_return_test_stop (BcReturnTest *self)
{
  stop_watching (self);
  bc_notifier_withdraw (self->notifier, NOTICE_ID);
  self->idle_s = 0;
  come_to (self, BC_RETURN_TEST_RESTING, NULL);
}

static void
bc_return_test_dispose (GObject *object)
{
  BcReturnTest *self = BC_RETURN_TEST (object);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  if (self->idle != NULL)
    stop_watching (self);
  g_clear_weak_pointer (&self->row);
  g_clear_object (&self->flow);
  g_clear_object (&self->idle);
  g_clear_object (&self->everyday);
  g_clear_object (&self->lock);
  g_clear_object (&self->sleep);
  g_clear_object (&self->notifier);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (bc_return_test_parent_class)->dispose (object);
}

static void
bc_return_test_finalize (GObject *object)
{
  BcReturnTest *self = BC_RETURN_TEST (object);

  g_free (self->problem);

  G_OBJECT_CLASS (bc_return_test_parent_class)->finalize (object);
}

static void
bc_return_test_class_init (BcReturnTestClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bc_return_test_dispose;
  object_class->finalize = bc_return_test_finalize;

  clicked_signal = g_signal_new ("clicked", BC_TYPE_RETURN_TEST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
bc_return_test_init (BcReturnTest *self)
{
}

BcReturnTest *
bc_return_test_new (BcIdle          *idle,
                    BcServiceStatus *everyday,
                    BcLock          *lock,
                    BcSleep         *sleep,
                    BcNotifier      *notifier,
                    BcClock         *clock,
                    guint            patience_ms)
{
  BcReturnTest *self = g_object_new (BC_TYPE_RETURN_TEST, NULL);

  self->idle = g_object_ref (idle);
  self->everyday = g_object_ref (everyday);
  self->lock = g_object_ref (lock);
  self->sleep = g_object_ref (sleep);
  self->notifier = g_object_ref (notifier);
  self->clock = g_object_ref (clock);
  self->patience_ms = patience_ms;

  g_signal_connect_object (idle, "idle", G_CALLBACK (idle_cb), self, 0);
  g_signal_connect_object (bc_idle_get_status (idle), "notify::state",
                           G_CALLBACK (idle_state_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (everyday, "notify::reason", G_CALLBACK (tell_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (notifier, "shown", G_CALLBACK (shown_cb), self, 0);
  g_signal_connect_object (notifier, "action", G_CALLBACK (action_cb), self, 0);
  g_signal_connect_object (notifier, "closed", G_CALLBACK (closed_cb), self, 0);

  return self;
}

void
bc_return_test_set_row (BcReturnTest    *self,
                        BcReturnTestRow *row)
{
  g_set_weak_pointer (&self->row, row);
  g_signal_connect_object (row, "start", G_CALLBACK (bc_return_test_start), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "stop", G_CALLBACK (bc_return_test_stop), self, G_CONNECT_SWAPPED);
  tell_row (self);
}

BcReturnTestStage
bc_return_test_get_stage (BcReturnTest *self)
{
  return self->stage;
}
