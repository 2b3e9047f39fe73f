/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hotkey/bc-portal-shortcut.h"

#include <glib/gi18n-lib.h>

#include "bc-service-status.h"
#include "hotkey/bc-portal-session.h"
#include "portal/bc-portal-watch.h"

/* One that lasted so long was sound. */
#define SOUND_US (60 * G_USEC_PER_SEC)

static const guint delays_s[] = { 1, 2, 5, 15 };

struct _BcPortalShortcut {
  GObject parent_instance;

  char *app_id;
  BcClock *clock;
  char *preferred;
  gboolean may_ask;

  BcPortalShortcutState state;
  GError *error;
  guint failures;
  guint retry_id;

  BcPortalWatch *watch;
  BcPortalSession *session;
  GCancellable *cancellable;
  guint closing;
  gint64 bound_us;
};

enum {
  SETTLED,
  DECLINED,
  PRESSED,
  RELEASED,
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void bind (BcPortalShortcut *self);

G_DEFINE_FINAL_TYPE (BcPortalShortcut, bc_portal_shortcut, G_TYPE_OBJECT)

static void
closed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (BcPortalShortcut) self = user_data;

  self->closing--;
  if (self->state == BC_PORTAL_SHORTCUT_LOOKING && bc_portal_watch_get_owner (self->watch) != NULL)
    bind (self);
}

static void
drop_session (BcPortalShortcut *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->session == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->session, self);
  self->closing++;
  bc_portal_session_close_async (self->session, closed_cb, g_object_ref (self));
  g_clear_object (&self->session);
}

static void
settle (BcPortalShortcut *self)
{
  g_signal_emit (self, signals[SETTLED], 0);
}

static gboolean
retry_cb (gpointer user_data)
{
  BcPortalShortcut *self = user_data;

  self->retry_id = 0;
  bc_portal_shortcut_start (self);

  return G_SOURCE_REMOVE;
}

static void
schedule (BcPortalShortcut *self)
{
  guint delay_s = delays_s[MIN (self->failures, G_N_ELEMENTS (delays_s) - 1)];

  if (self->retry_id != 0)
    return;

  self->failures++;
  self->retry_id = g_timeout_add (delay_s * 1000, retry_cb, self);
}

static void
break_off (BcPortalShortcut *self,
           GError           *error)
{
  gboolean denied = g_error_matches (error, BC_SERVICE_ERROR, BC_SERVICE_ERROR_DENIED);

  drop_session (self);
  g_clear_error (&self->error);
  self->error = error;
  self->state = denied ? BC_PORTAL_SHORTCUT_DENIED : BC_PORTAL_SHORTCUT_BROKEN;
}

static void
fail (BcPortalShortcut *self,
      GError           *error)
{
  gboolean passing = g_error_matches (error, BC_SERVICE_ERROR, BC_SERVICE_ERROR_FAILED);

  break_off (self, error);
  if (passing && self->failures < G_N_ELEMENTS (delays_s))
    schedule (self);
  settle (self);
}

static void
lose (BcPortalShortcut *self)
{
  gint64 now_us = bc_clock_awake_us (self->clock);

  if (self->state == BC_PORTAL_SHORTCUT_BOUND && now_us - self->bound_us > SOUND_US)
    self->failures = 0;
  break_off (self, g_error_new_literal (BC_SERVICE_ERROR, BC_SERVICE_ERROR_NOT_YET,
                                        _("The desktop's portal has ended. Waiting for its return.")));
  if (self->failures < G_N_ELEMENTS (delays_s))
    schedule (self);
  settle (self);
}

static void
pressed_cb (BcPortalShortcut *self,
            const char       *token)
{
  g_signal_emit (self, signals[PRESSED], 0, token);
}

static void
released_cb (BcPortalShortcut *self)
{
  g_signal_emit (self, signals[RELEASED], 0);
}

static void
changed_cb (BcPortalShortcut *self)
{
  if (self->state == BC_PORTAL_SHORTCUT_BOUND)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
bound_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (BcPortalShortcut) self = user_data;
  GError *error = NULL;
  gboolean bound = bc_portal_session_bind_finish (BC_PORTAL_SESSION (source), result, &error);

  if (BC_PORTAL_SESSION (source) != self->session)
    {
      g_clear_error (&error);
    }
  else if (!bound)
    {
      if (bc_portal_session_was_declined (self->session))
        g_signal_emit (self, signals[DECLINED], 0);
      fail (self, error);
    }
  else
    {
      self->state = BC_PORTAL_SHORTCUT_BOUND;
      self->bound_us = bc_clock_awake_us (self->clock);
      g_clear_error (&self->error);
      settle (self);
    }
}

/* The former session has the same name until the portal has closed it. */
static void
bind (BcPortalShortcut *self)
{
  if (self->closing > 0)
    return;

  self->state = BC_PORTAL_SHORTCUT_BINDING;
  self->cancellable = g_cancellable_new ();
  self->session = bc_portal_session_new (bc_portal_watch_get_connection (self->watch),
                                         bc_portal_watch_get_owner (self->watch),
                                         self->preferred, self->may_ask, self->clock);
  g_signal_connect_swapped (self->session, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (self->session, "released", G_CALLBACK (released_cb), self);
  g_signal_connect_swapped (self->session, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->session, "closed", G_CALLBACK (lose), self);
  bc_portal_session_bind_async (self->session, self->app_id, self->cancellable, bound_cb, g_object_ref (self));
}

static void
appeared_cb (BcPortalShortcut *self)
{
  if (self->state == BC_PORTAL_SHORTCUT_LOOKING)
    bind (self);
  else if (self->state == BC_PORTAL_SHORTCUT_BROKEN)
    schedule (self);
}

static void
vanished_cb (BcPortalShortcut *self)
{
  if (self->state == BC_PORTAL_SHORTCUT_LOOKING)
    fail (self, g_error_new_literal (BC_SERVICE_ERROR, BC_SERVICE_ERROR_UNAVAILABLE,
                                     _("This desktop has no portal.")));
  else if (self->state == BC_PORTAL_SHORTCUT_BINDING || self->state == BC_PORTAL_SHORTCUT_BOUND)
    lose (self);
}

static void
no_bus_cb (BcPortalShortcut *self)
{
  fail (self, g_error_new_literal (BC_SERVICE_ERROR, BC_SERVICE_ERROR_UNAVAILABLE,
                                   _("There is no session bus.")));
}

static void
disconnected_cb (BcPortalShortcut *self)
{
  if (self->state != BC_PORTAL_SHORTCUT_OFF)
    lose (self);
  g_clear_handle_id (&self->retry_id, g_source_remove);
}

void
bc_portal_shortcut_start (BcPortalShortcut *self)
{
  self->state = BC_PORTAL_SHORTCUT_LOOKING;
  bc_portal_watch_look (self->watch);
}

void
bc_portal_shortcut_stop (BcPortalShortcut *self)
{
  self->state = BC_PORTAL_SHORTCUT_OFF;
  self->failures = 0;
  g_clear_handle_id (&self->retry_id, g_source_remove);
  bc_portal_watch_stop (self->watch);
  drop_session (self);
  g_clear_error (&self->error);
}

void
bc_portal_shortcut_set_preferred (BcPortalShortcut *self,
                                  const char       *trigger)
{
  g_free (self->preferred);
  self->preferred = g_strdup (trigger);
}

void
bc_portal_shortcut_set_may_ask (BcPortalShortcut *self,
                                gboolean          may_ask)
{
  self->may_ask = may_ask;
}

BcPortalShortcutState
bc_portal_shortcut_get_state (BcPortalShortcut *self)
{
  return self->state;
}

const GError *
bc_portal_shortcut_get_error (BcPortalShortcut *self)
{
  return self->error;
}

const char *
bc_portal_shortcut_get_trigger (BcPortalShortcut *self)
{
  return self->session != NULL ? bc_portal_session_get_trigger (self->session) : "";
}

gboolean
bc_portal_shortcut_can_configure (BcPortalShortcut *self)
{
  return self->session != NULL && bc_portal_session_can_configure (self->session);
}

void
bc_portal_shortcut_configure (BcPortalShortcut *self,
                              const char       *token)
{
  if (self->session != NULL)
    bc_portal_session_configure (self->session, token);
}

static void
bc_portal_shortcut_dispose (GObject *object)
{
  BcPortalShortcut *self = BC_PORTAL_SHORTCUT (object);

  /* Nobody is left to wait until it is closed. */
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  bc_portal_shortcut_stop (self);

  G_OBJECT_CLASS (bc_portal_shortcut_parent_class)->dispose (object);
}

static void
bc_portal_shortcut_finalize (GObject *object)
{
  BcPortalShortcut *self = BC_PORTAL_SHORTCUT (object);

  g_object_unref (self->watch);
  g_object_unref (self->clock);
  g_free (self->app_id);
  g_free (self->preferred);

  G_OBJECT_CLASS (bc_portal_shortcut_parent_class)->finalize (object);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name, BC_TYPE_PORTAL_SHORTCUT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bc_portal_shortcut_class_init (BcPortalShortcutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bc_portal_shortcut_dispose;
  object_class->finalize = bc_portal_shortcut_finalize;

  signals[SETTLED] = add_signal ("settled");
  signals[DECLINED] = add_signal ("declined");
  signals[PRESSED] = g_signal_new ("pressed", BC_TYPE_PORTAL_SHORTCUT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[RELEASED] = add_signal ("released");
  signals[CHANGED] = add_signal ("changed");
}

static void
bc_portal_shortcut_init (BcPortalShortcut *self)
{
  self->preferred = g_strdup ("");
  self->may_ask = TRUE;
  self->watch = bc_portal_watch_new ();
  g_signal_connect_object (self->watch, "appeared", G_CALLBACK (appeared_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->watch, "vanished", G_CALLBACK (vanished_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->watch, "failed", G_CALLBACK (no_bus_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->watch, "disconnected", G_CALLBACK (disconnected_cb), self, G_CONNECT_SWAPPED);
}

BcPortalShortcut *
bc_portal_shortcut_new (const char *app_id,
                        BcClock    *clock)
{
  BcPortalShortcut *self = g_object_new (BC_TYPE_PORTAL_SHORTCUT, NULL);

  self->app_id = g_strdup (app_id);
  self->clock = g_object_ref (clock);

  return self;
}
