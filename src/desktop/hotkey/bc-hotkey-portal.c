/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hotkey/bc-hotkey-backend.h"

#include <glib/gi18n-lib.h>

#include "hotkey/bc-accelerator.h"
#include "hotkey/bc-key-hold.h"
#include "hotkey/bc-portal-session.h"
#include "hotkey/bc-portal-trigger.h"
#include "portal/bc-portal-watch.h"

/* So long the next backend waits; a portal may have to ask the user first. */
#define PATIENCE_MS 700

/* A longer pause between two presses means that a release went unheard. */
#define HELD_MAX_US (2 * G_USEC_PER_SEC)

/* One that lasted so long was sound. */
#define SOUND_US (60 * G_USEC_PER_SEC)

static const guint delays_s[] = { 1, 2, 5, 15 };

typedef enum {
  STATE_OFF,
  STATE_LOOKING,
  STATE_BINDING,
  STATE_BOUND,
  STATE_BROKEN,
  STATE_DENIED,
} State;

#define BC_TYPE_HOTKEY_PORTAL (bc_hotkey_portal_get_type ())
G_DECLARE_FINAL_TYPE (BcHotkeyPortal, bc_hotkey_portal, BC, HOTKEY_PORTAL, GObject)

struct _BcHotkeyPortal {
  GObject parent_instance;

  char *app_id;
  BcClock *clock;
  char *trigger;
  gboolean may_ask;
  State state;
  GTask *task;
  guint patience_id;
  guint retry_id;
  guint failures;
  GError *error;
  GCancellable *cancellable;
  BcPortalWatch *watch;
  BcPortalSession *session;
  guint closing;
  gint64 bound_us;
  gboolean serving;
  BcKeyHold hold;
  char *detail;
};

enum {
  PROP_0,
  PROP_MAY_ASK,
  PROP_CAN_CONFIGURE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void backend_iface_init (BcBackendInterface *iface);
static void hotkey_iface_init (BcHotkeyBackendInterface *iface);
static void look (BcHotkeyPortal *self);
static void bind (BcHotkeyPortal *self);

G_DEFINE_FINAL_TYPE_WITH_CODE (BcHotkeyPortal, bc_hotkey_portal, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (BC_TYPE_BACKEND, backend_iface_init)
                               G_IMPLEMENT_INTERFACE (BC_TYPE_HOTKEY_BACKEND, hotkey_iface_init))

static const char *
bc_hotkey_portal_get_name (BcBackend *backend)
{
  return "portal";
}

static const char *
bc_hotkey_portal_get_detail (BcBackend *backend)
{
  return BC_HOTKEY_PORTAL (backend)->detail;
}

static void
describe (BcHotkeyPortal *self)
{
  const char *trigger = bc_portal_session_get_trigger (self->session);

  g_free (self->detail);
  if (*trigger != '\0')
    /* Translators: %s is the desktop's own word for a key, such as "Meta+Shift+B" or "Press <Super>b" */
    self->detail = g_strdup_printf (_("The desktop calls this key “%s”."), trigger);
  else
    self->detail = g_strdup (_("The desktop does not tell which key it is. Bind one in its settings if none works."));
}

static void
closed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (BcHotkeyPortal) self = user_data;

  self->closing--;
  if (self->state == STATE_LOOKING && bc_portal_watch_get_owner (self->watch) != NULL)
    bind (self);
}

static void
set_serving (BcHotkeyPortal *self,
             gboolean        serving)
{
  self->serving = serving;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_CONFIGURE]);
}

static void
drop_session (BcHotkeyPortal *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  bc_key_hold_release (&self->hold);
  set_serving (self, FALSE);
  if (self->session == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->session, self);
  self->closing++;
  bc_portal_session_close_async (self->session, closed_cb, g_object_ref (self));
  g_clear_object (&self->session);
}

static void
answer (BcHotkeyPortal *self,
        GError         *error)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);

  g_clear_handle_id (&self->patience_id, g_source_remove);
  if (task == NULL)
    {
      g_clear_error (&error);
      return;
    }

  set_serving (self, error == NULL);
  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
tell (BcHotkeyPortal *self)
{
  GError *error = self->error != NULL ? g_error_copy (self->error) : NULL;

  if (self->task != NULL)
    {
      answer (self, error);
      return;
    }

  g_clear_error (&error);
  bc_backend_emit_available (BC_BACKEND (self));
}

static gboolean
retry_cb (gpointer user_data)
{
  BcHotkeyPortal *self = user_data;

  self->retry_id = 0;
  look (self);

  return G_SOURCE_REMOVE;
}

static void
schedule (BcHotkeyPortal *self)
{
  guint delay_s = delays_s[MIN (self->failures, G_N_ELEMENTS (delays_s) - 1)];

  if (self->retry_id != 0)
    return;

  self->failures++;
  self->retry_id = g_timeout_add (delay_s * 1000, retry_cb, self);
}

static void
break_off (BcHotkeyPortal *self,
           GError         *error)
{
  gboolean denied = g_error_matches (error, BC_SERVICE_ERROR, BC_SERVICE_ERROR_DENIED);

  drop_session (self);
  g_clear_error (&self->error);
  self->error = error;
  self->state = denied ? STATE_DENIED : STATE_BROKEN;
}

static void
fail (BcHotkeyPortal *self,
      GError         *error)
{
  gboolean passing = g_error_matches (error, BC_SERVICE_ERROR, BC_SERVICE_ERROR_FAILED);

  break_off (self, error);
  if (passing && self->failures < G_N_ELEMENTS (delays_s))
    schedule (self);
  tell (self);
}

static void
lose (BcHotkeyPortal *self)
{
  gboolean served = self->serving;
  gint64 now_us = bc_clock_awake_us (self->clock);

  if (self->state == STATE_BOUND && now_us - self->bound_us > SOUND_US)
    self->failures = 0;
  break_off (self, g_error_new_literal (BC_SERVICE_ERROR, BC_SERVICE_ERROR_NOT_YET,
                                        _("The desktop's portal has ended. Waiting for its return.")));
  if (self->failures < G_N_ELEMENTS (delays_s))
    schedule (self);
  if (served)
    bc_backend_emit_lost (BC_BACKEND (self), g_error_copy (self->error));
  else
    tell (self);
}

static void
pressed_cb (BcHotkeyPortal *self,
            const char     *token)
{
  gboolean fresh = bc_key_hold_press (&self->hold, bc_clock_awake_us (self->clock), HELD_MAX_US);

  if (self->serving && fresh)
    bc_hotkey_backend_emit_activated (BC_HOTKEY_BACKEND (self), 0, token);
}

static void
released_cb (BcHotkeyPortal *self)
{
  bc_key_hold_release (&self->hold);
}

static void
changed_cb (BcHotkeyPortal *self)
{
  describe (self);
  if (self->serving)
    bc_backend_emit_changed (BC_BACKEND (self));
}

static void
set_may_ask (BcHotkeyPortal *self,
             gboolean        may_ask)
{
  if (self->may_ask == may_ask)
    return;

  self->may_ask = may_ask;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MAY_ASK]);
}

static void
bound_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (BcHotkeyPortal) self = user_data;
  GError *error = NULL;
  gboolean bound = bc_portal_session_bind_finish (BC_PORTAL_SESSION (source), result, &error);

  if (BC_PORTAL_SESSION (source) != self->session)
    {
      g_clear_error (&error);
    }
  else if (!bound)
    {
      if (bc_portal_session_was_declined (self->session))
        set_may_ask (self, FALSE);
      fail (self, error);
    }
  else
    {
      self->state = STATE_BOUND;
      self->bound_us = bc_clock_awake_us (self->clock);
      g_clear_error (&self->error);
      describe (self);
      tell (self);
    }
}

/* The former session has the same name until the portal has closed it. */
static void
bind (BcHotkeyPortal *self)
{
  if (self->closing > 0)
    return;

  self->state = STATE_BINDING;
  self->cancellable = g_cancellable_new ();
  self->session = bc_portal_session_new (bc_portal_watch_get_connection (self->watch),
                                         bc_portal_watch_get_owner (self->watch),
                                         self->trigger, self->may_ask, self->clock);
  g_signal_connect_swapped (self->session, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (self->session, "released", G_CALLBACK (released_cb), self);
  g_signal_connect_swapped (self->session, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->session, "closed", G_CALLBACK (lose), self);
  bc_portal_session_bind_async (self->session, self->app_id, self->cancellable, bound_cb, g_object_ref (self));
}

static void
appeared_cb (BcHotkeyPortal *self)
{
  if (self->state == STATE_LOOKING)
    bind (self);
  else if (self->state == STATE_BROKEN)
    schedule (self);
}

static void
vanished_cb (BcHotkeyPortal *self)
{
  if (self->state == STATE_LOOKING)
    fail (self, g_error_new_literal (BC_SERVICE_ERROR, BC_SERVICE_ERROR_UNAVAILABLE,
                                     _("This desktop has no portal.")));
  else if (self->state == STATE_BINDING || self->state == STATE_BOUND)
    lose (self);
}

static void
no_bus_cb (BcHotkeyPortal *self)
{
  fail (self, g_error_new_literal (BC_SERVICE_ERROR, BC_SERVICE_ERROR_UNAVAILABLE,
                                   _("There is no session bus.")));
}

static void
disconnected_cb (BcHotkeyPortal *self)
{
  if (self->state != STATE_OFF)
    lose (self);
  g_clear_handle_id (&self->retry_id, g_source_remove);
}

static void
look (BcHotkeyPortal *self)
{
  self->state = STATE_LOOKING;
  bc_portal_watch_look (self->watch);
}

static GError *
not_yet (void)
{
  return g_error_new_literal (BC_SERVICE_ERROR, BC_SERVICE_ERROR_NOT_YET,
                              _("Waiting for the desktop, which may ask whether Breadcrumbs may have the key."));
}

static gboolean
patience_cb (gpointer user_data)
{
  BcHotkeyPortal *self = user_data;

  self->patience_id = 0;
  answer (self, not_yet ());

  return G_SOURCE_REMOVE;
}

static void
bc_hotkey_portal_start_async (BcBackend           *backend,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  BcHotkeyPortal *self = BC_HOTKEY_PORTAL (backend);

  g_assert (self->task == NULL);
  self->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_check_cancellable (self->task, FALSE);

  if (self->state == STATE_OFF)
    {
      self->patience_id = g_timeout_add (PATIENCE_MS, patience_cb, self);
      look (self);
    }
  else if (self->state == STATE_LOOKING || self->state == STATE_BINDING)
    {
      answer (self, not_yet ());
    }
  else
    {
      tell (self);
    }
}

static void
bc_hotkey_portal_stop (BcBackend *backend)
{
  BcHotkeyPortal *self = BC_HOTKEY_PORTAL (backend);

  self->state = STATE_OFF;
  self->failures = 0;
  g_clear_handle_id (&self->retry_id, g_source_remove);
  bc_portal_watch_stop (self->watch);
  drop_session (self);
  g_clear_error (&self->error);
  answer (self, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Stopped"));
}

static void
bc_hotkey_portal_set_accelerator (BcHotkeyBackend *backend,
                                  const char      *accelerator)
{
  BcHotkeyPortal *self = BC_HOTKEY_PORTAL (backend);
  BcAccelerator parsed;

  /* The desktop may have a key of its own for it, whatever we prefer. */
  g_free (self->trigger);
  self->trigger = bc_accelerator_parse (accelerator, &parsed, NULL) ? bc_portal_trigger_from_accelerator (&parsed)
                                                                    : g_strdup ("");
}

static void
bc_hotkey_portal_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  BcHotkeyPortal *self = BC_HOTKEY_PORTAL (object);

  switch (id)
    {
    case PROP_MAY_ASK:
      g_value_set_boolean (value, self->may_ask);
      break;
    case PROP_CAN_CONFIGURE:
      g_value_set_boolean (value, self->serving && bc_portal_session_can_configure (self->session));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bc_hotkey_portal_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_MAY_ASK:
      set_may_ask (BC_HOTKEY_PORTAL (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bc_hotkey_portal_dispose (GObject *object)
{
  BcHotkeyPortal *self = BC_HOTKEY_PORTAL (object);

  /* Nobody is left to wait until it is closed. */
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  bc_hotkey_portal_stop (BC_BACKEND (self));
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (bc_hotkey_portal_parent_class)->dispose (object);
}

static void
bc_hotkey_portal_finalize (GObject *object)
{
  BcHotkeyPortal *self = BC_HOTKEY_PORTAL (object);

  g_object_unref (self->watch);
  g_free (self->app_id);
  g_free (self->trigger);
  g_free (self->detail);

  G_OBJECT_CLASS (bc_hotkey_portal_parent_class)->finalize (object);
}

static void
bc_hotkey_portal_class_init (BcHotkeyPortalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = bc_hotkey_portal_get_property;
  object_class->set_property = bc_hotkey_portal_set_property;
  object_class->dispose = bc_hotkey_portal_dispose;
  object_class->finalize = bc_hotkey_portal_finalize;

  properties[PROP_MAY_ASK] = g_param_spec_boolean ("may-ask", NULL, NULL, TRUE, G_PARAM_READWRITE | flags);
  properties[PROP_CAN_CONFIGURE] = g_param_spec_boolean ("can-configure", NULL, NULL, FALSE,
                                                         G_PARAM_READABLE | flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bc_hotkey_portal_init (BcHotkeyPortal *self)
{
  self->trigger = g_strdup ("");
  self->may_ask = TRUE;
  self->watch = bc_portal_watch_new ();
  g_signal_connect_object (self->watch, "appeared", G_CALLBACK (appeared_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->watch, "vanished", G_CALLBACK (vanished_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->watch, "failed", G_CALLBACK (no_bus_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->watch, "disconnected", G_CALLBACK (disconnected_cb), self, G_CONNECT_SWAPPED);
}

static void
backend_iface_init (BcBackendInterface *iface)
{
  iface->get_name = bc_hotkey_portal_get_name;
  iface->get_detail = bc_hotkey_portal_get_detail;
  iface->start_async = bc_hotkey_portal_start_async;
  iface->start_finish = bc_backend_start_now_finish;
  iface->stop = bc_hotkey_portal_stop;
}

static void
hotkey_iface_init (BcHotkeyBackendInterface *iface)
{
  iface->set_accelerator = bc_hotkey_portal_set_accelerator;
}

BcBackend *
bc_hotkey_portal_new (const char *app_id,
                      BcClock    *clock)
{
  BcHotkeyPortal *self = g_object_new (BC_TYPE_HOTKEY_PORTAL, NULL);

  self->app_id = g_strdup (app_id);
  self->clock = g_object_ref (clock);

  return BC_BACKEND (self);
}

void
bc_hotkey_portal_configure (BcBackend  *backend,
                            const char *token)
{
  BcHotkeyPortal *self = BC_HOTKEY_PORTAL (backend);

  if (self->serving)
    bc_portal_session_configure (self->session, token);
}
