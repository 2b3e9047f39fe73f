/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hotkey/bc-hotkey.h"

#include "backend/bc-ladder.h"
#include "bc-backends.h"
#include "hotkey/bc-hotkey-backend.h"
#include "hotkey/bc-key-hold.h"

/* A desktop that runs the command again and again while the key is held tells no release;
 * the first repetition comes after 600 ms on some. */
#define REPEAT_MAX_US (700 * G_TIME_SPAN_MILLISECOND)

/* The same press by two ways: a program is started meanwhile. */
#define SAME_PRESS_US (500 * G_TIME_SPAN_MILLISECOND)

struct _BcHotkey {
  GObject parent_instance;

  BcClock *clock;
  BcServiceStatus *status;
  GPtrArray *backends;
  BcBackend *portal;
  BcBackend *command;
  BcGnomeShortcut *shortcut;
  BcLadder *ladder;
  char *accelerator;
  BcKeyHold hold;
  gboolean by_command;
  gint64 activated_us;
  gboolean may_ask;
  gboolean can_configure;
};

enum {
  PROP_0,
  PROP_MAY_ASK,
  PROP_CAN_CONFIGURE,
  N_PROPS
};

static const char * const backend_names[] = { "portal", "x11", "gnome", "command", NULL };

static GParamSpec *properties[N_PROPS];
static guint activated_signal;

G_DEFINE_FINAL_TYPE (BcHotkey, bc_hotkey, G_TYPE_OBJECT)

/* The user may have one key twice, by the portal and by a shortcut of hers. */
static gboolean
is_same_press (BcHotkey *self,
               gboolean  by_command)
{
  gint64 now_us = bc_clock_awake_us (self->clock);
  gboolean same = self->activated_us > 0 && by_command != self->by_command &&
                  now_us - self->activated_us < SAME_PRESS_US;

  if (!same)
    {
      self->activated_us = now_us;
      self->by_command = by_command;
    }

  return same;
}

static void
activate (BcHotkey   *self,
          const char *event,
          guint       time,
          const char *token)
{
  bc_service_status_note_event (self->status, event, bc_clock_now_us (self->clock));
  g_signal_emit (self, activated_signal, 0, time, token);
}

static void
activated_cb (BcHotkey   *self,
              guint       time,
              const char *token)
{
  if (!is_same_press (self, FALSE))
    activate (self, "activated", time, token);
}

static void
follow_portal (BcHotkey *self)
{
  g_object_bind_property (self, "may-ask", self->portal, "may-ask", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_object_bind_property (self->portal, "can-configure", self, "can-configure", G_BINDING_SYNC_CREATE);
}

static BcBackend *
create_backend (BcHotkey        *self,
                const char      *name,
                const char      *app_id,
                BcX11Connection *x11)
{
  if (g_str_equal (name, "portal"))
    return self->portal = bc_hotkey_portal_new (app_id, self->clock);
  if (g_str_equal (name, "x11"))
    return bc_hotkey_x11_new (x11);
  if (g_str_equal (name, "gnome"))
    return bc_hotkey_gnome_new (self->shortcut);
  if (g_str_equal (name, "command"))
    return self->command = bc_hotkey_command_new ();

  g_assert_not_reached ();
}

static void
bc_hotkey_get_property (GObject    *object,
                        guint       id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  BcHotkey *self = BC_HOTKEY (object);

  switch (id)
    {
    case PROP_MAY_ASK:
      g_value_set_boolean (value, self->may_ask);
      break;
    case PROP_CAN_CONFIGURE:
      g_value_set_boolean (value, self->can_configure);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bc_hotkey_set_property (GObject      *object,
                        guint         id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  BcHotkey *self = BC_HOTKEY (object);

  switch (id)
    {
    case PROP_MAY_ASK:
      self->may_ask = g_value_get_boolean (value);
      break;
    case PROP_CAN_CONFIGURE:
      self->can_configure = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bc_hotkey_dispose (GObject *object)
{
  BcHotkey *self = BC_HOTKEY (object);

  if (self->ladder != NULL)
    bc_ladder_stop (self->ladder);
  g_clear_object (&self->ladder);
  self->portal = NULL;
  self->command = NULL;
  g_clear_pointer (&self->backends, g_ptr_array_unref);
  g_clear_object (&self->shortcut);

  G_OBJECT_CLASS (bc_hotkey_parent_class)->dispose (object);
}

static void
bc_hotkey_finalize (GObject *object)
{
  BcHotkey *self = BC_HOTKEY (object);

  g_clear_object (&self->status);
  g_clear_object (&self->clock);
  g_free (self->accelerator);

  G_OBJECT_CLASS (bc_hotkey_parent_class)->finalize (object);
}

static void
bc_hotkey_class_init (BcHotkeyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bc_hotkey_get_property;
  object_class->set_property = bc_hotkey_set_property;
  object_class->dispose = bc_hotkey_dispose;
  object_class->finalize = bc_hotkey_finalize;

  properties[PROP_MAY_ASK] = g_param_spec_boolean ("may-ask", NULL, NULL, TRUE, flags);
  properties[PROP_CAN_CONFIGURE] = g_param_spec_boolean ("can-configure", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  activated_signal = g_signal_new ("activated", BC_TYPE_HOTKEY, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
}

static void
bc_hotkey_init (BcHotkey *self)
{
  self->status = bc_service_status_new ("hotkey");
  self->backends = g_ptr_array_new_with_free_func (g_object_unref);
  self->may_ask = TRUE;
}

BcHotkey *
bc_hotkey_new (const char      *app_id,
               const char      *command,
               BcX11Connection *x11,
               BcClock         *clock)
{
  BcHotkey *self = g_object_new (BC_TYPE_HOTKEY, NULL);
  g_auto (GStrv) order = bc_backends_order ("hotkey", backend_names);

  self->clock = g_object_ref (clock);
  self->shortcut = bc_gnome_shortcut_new (g_getenv ("XDG_CURRENT_DESKTOP"), command);
  for (char **name = order; *name != NULL; name++)
    {
      BcBackend *backend = create_backend (self, *name, app_id, x11);

      g_signal_connect_object (backend, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->backends, backend);
    }
  if (self->portal != NULL)
    follow_portal (self);
  self->ladder = bc_ladder_new (self->status, self->backends);

  return self;
}

/* Only on the user's wish: at the start she may have changed it in GNOME's settings. */
static void
move_gnome_shortcut (BcHotkey   *self,
                     const char *former)
{
  if (former != NULL && g_strcmp0 (former, self->accelerator) != 0 && bc_gnome_shortcut_is_set (self->shortcut))
    bc_hotkey_set_gnome_shortcut (self);
}

void
bc_hotkey_set_accelerator (BcHotkey   *self,
                           const char *accelerator)
{
  g_autofree char *former = g_steal_pointer (&self->accelerator);

  self->accelerator = g_strdup (accelerator);
  bc_ladder_stop (self->ladder);
  if (*accelerator == '\0')
    return;

  for (guint i = 0; i < self->backends->len; i++)
    bc_hotkey_backend_set_accelerator (g_ptr_array_index (self->backends, i), accelerator);
  bc_ladder_start (self->ladder);
  move_gnome_shortcut (self, former);
}

void
bc_hotkey_take_command (BcHotkey   *self,
                        const char *token)
{
  gboolean repeated = !bc_key_hold_press (&self->hold, bc_clock_awake_us (self->clock), REPEAT_MAX_US);

  if (repeated || is_same_press (self, TRUE))
    return;

  if (self->command != NULL && !bc_gnome_shortcut_is_set (self->shortcut))
    bc_hotkey_command_prove (self->command);
  activate (self, "activated by command", 0, token);
}

void
bc_hotkey_forget_hold (BcHotkey *self)
{
  bc_key_hold_release (&self->hold);
}

void
bc_hotkey_configure (BcHotkey   *self,
                     const char *token)
{
  if (self->portal != NULL)
    bc_hotkey_portal_configure (self->portal, token);
}

BcGnomeShortcut *
bc_hotkey_get_gnome_shortcut (BcHotkey *self)
{
  return self->shortcut;
}

void
bc_hotkey_set_gnome_shortcut (BcHotkey *self)
{
  g_autoptr (GError) error = NULL;

  if (!bc_gnome_shortcut_set (self->shortcut, self->accelerator != NULL ? self->accelerator : "", &error))
    bc_service_status_set_refusal (self->status, "gnome", error->message);
}

BcServiceStatus *
bc_hotkey_get_status (BcHotkey *self)
{
  return self->status;
}
