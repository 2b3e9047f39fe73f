/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hotkey/bc-hotkey-backend.h"

#include <glib/gi18n-lib.h>

#include "hotkey/bc-accelerator.h"
#include "hotkey/bc-key-hold.h"
#include "hotkey/bc-portal-shortcut.h"
#include "hotkey/bc-portal-trigger.h"

/* So long the next backend waits; a portal may have to ask the user first. */
#define PATIENCE_MS 700

/* A longer pause between two presses means that a release went unheard. */
#define HELD_MAX_US (2 * G_USEC_PER_SEC)

#define BC_TYPE_HOTKEY_PORTAL (bc_hotkey_portal_get_type ())
G_DECLARE_FINAL_TYPE (BcHotkeyPortal, bc_hotkey_portal, BC, HOTKEY_PORTAL, GObject)

struct _BcHotkeyPortal {
  GObject parent_instance;

  BcPortalShortcut *shortcut;
  BcClock *clock;
  gboolean may_ask;
  GTask *task;
  guint patience_id;
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
  const char *trigger = bc_portal_shortcut_get_trigger (self->shortcut);

  g_free (self->detail);
  if (*trigger != '\0')
    /* Translators: %s is the desktop's own word for a key, such as "Meta+Shift+B" or "Press <Super>b" */
    self->detail = g_strdup_printf (_("The desktop calls this key “%s”."), trigger);
  else
    self->detail = g_strdup (_("The desktop does not tell which key it is. Bind one in its settings if none works."));
}

static void
set_serving (BcHotkeyPortal *self,
             gboolean        serving)
{
  self->serving = serving;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_CONFIGURE]);
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
  const GError *error = bc_portal_shortcut_get_error (self->shortcut);

  if (self->task != NULL)
    {
      answer (self, error != NULL ? g_error_copy (error) : NULL);
      return;
    }

  bc_backend_emit_available (BC_BACKEND (self));
}

static void
settled_cb (BcHotkeyPortal *self)
{
  gboolean served = self->serving;

  if (bc_portal_shortcut_get_error (self->shortcut) == NULL)
    {
      describe (self);
      tell (self);
      return;
    }

  bc_key_hold_release (&self->hold);
  set_serving (self, FALSE);
  if (served)
    bc_backend_emit_lost (BC_BACKEND (self), g_error_copy (bc_portal_shortcut_get_error (self->shortcut)));
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
  bc_portal_shortcut_set_may_ask (self->shortcut, may_ask);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MAY_ASK]);
}

static void
declined_cb (BcHotkeyPortal *self)
{
  set_may_ask (self, FALSE);
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
  BcPortalShortcutState state;

  g_assert (self->task == NULL);
  self->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_check_cancellable (self->task, FALSE);

  state = bc_portal_shortcut_get_state (self->shortcut);
  if (state == BC_PORTAL_SHORTCUT_OFF)
    {
      self->patience_id = g_timeout_add (PATIENCE_MS, patience_cb, self);
      bc_portal_shortcut_start (self->shortcut);
    }
  else if (state == BC_PORTAL_SHORTCUT_LOOKING || state == BC_PORTAL_SHORTCUT_BINDING)
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

  bc_portal_shortcut_stop (self->shortcut);
  bc_key_hold_release (&self->hold);
  set_serving (self, FALSE);
  answer (self, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Stopped"));
}

static void
bc_hotkey_portal_set_accelerator (BcHotkeyBackend *backend,
                                  const char      *accelerator)
{
  BcAccelerator parsed;
  g_autofree char *trigger =
    bc_accelerator_parse (accelerator, &parsed, NULL) ? bc_portal_trigger_from_accelerator (&parsed) : g_strdup ("");

  /* The desktop may have a key of its own for it, whatever we prefer. */
  bc_portal_shortcut_set_preferred (BC_HOTKEY_PORTAL (backend)->shortcut, trigger);
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
      g_value_set_boolean (value, self->serving && bc_portal_shortcut_can_configure (self->shortcut));
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

  bc_hotkey_portal_stop (BC_BACKEND (self));

  G_OBJECT_CLASS (bc_hotkey_portal_parent_class)->dispose (object);
}

static void
bc_hotkey_portal_finalize (GObject *object)
{
  BcHotkeyPortal *self = BC_HOTKEY_PORTAL (object);

  g_object_unref (self->shortcut);
  g_object_unref (self->clock);
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
  self->may_ask = TRUE;
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

  self->clock = g_object_ref (clock);
  self->shortcut = bc_portal_shortcut_new (app_id, clock);
  g_signal_connect_object (self->shortcut, "settled", G_CALLBACK (settled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->shortcut, "declined", G_CALLBACK (declined_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->shortcut, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->shortcut, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->shortcut, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return BC_BACKEND (self);
}

void
bc_hotkey_portal_configure (BcBackend  *backend,
                            const char *token)
{
  BcHotkeyPortal *self = BC_HOTKEY_PORTAL (backend);

  if (self->serving)
    bc_portal_shortcut_configure (self->shortcut, token);
}
