/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hotkey/bc-hotkey.h"

#include "backend/bc-ladder.h"
#include "bc-backends.h"
#include "hotkey/bc-hotkey-backend.h"

struct _BcHotkey {
  GObject parent_instance;

  BcClock *clock;
  BcServiceStatus *status;
  GPtrArray *backends;
  BcLadder *ladder;
};

static const char * const backend_names[] = { "portal", "x11", NULL };

static guint activated_signal;

G_DEFINE_FINAL_TYPE (BcHotkey, bc_hotkey, G_TYPE_OBJECT)

static void
activated_cb (BcHotkey   *self,
              guint       time,
              const char *token)
{
  bc_service_status_note_event (self->status, "activated", bc_clock_now_us (self->clock));
  g_signal_emit (self, activated_signal, 0, time, token);
}

static BcBackend *
create_backend (const char      *name,
                const char      *app_id,
                BcX11Connection *x11,
                BcClock         *clock)
{
  if (g_str_equal (name, "portal"))
    return bc_hotkey_portal_new (app_id, clock);
  if (g_str_equal (name, "x11"))
    return bc_hotkey_x11_new (x11);

  g_assert_not_reached ();
}

static void
bc_hotkey_dispose (GObject *object)
{
  BcHotkey *self = BC_HOTKEY (object);

  if (self->ladder != NULL)
    bc_ladder_stop (self->ladder);
  g_clear_object (&self->ladder);
  g_clear_pointer (&self->backends, g_ptr_array_unref);

  G_OBJECT_CLASS (bc_hotkey_parent_class)->dispose (object);
}

static void
bc_hotkey_finalize (GObject *object)
{
  BcHotkey *self = BC_HOTKEY (object);

  g_clear_object (&self->status);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (bc_hotkey_parent_class)->finalize (object);
}

static void
bc_hotkey_class_init (BcHotkeyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bc_hotkey_dispose;
  object_class->finalize = bc_hotkey_finalize;

  activated_signal = g_signal_new ("activated", BC_TYPE_HOTKEY, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
}

static void
bc_hotkey_init (BcHotkey *self)
{
  self->status = bc_service_status_new ("hotkey");
  self->backends = g_ptr_array_new_with_free_func (g_object_unref);
}

BcHotkey *
bc_hotkey_new (const char      *app_id,
               BcX11Connection *x11,
               BcClock         *clock)
{
  BcHotkey *self = g_object_new (BC_TYPE_HOTKEY, NULL);
  g_auto (GStrv) order = bc_backends_order ("hotkey", backend_names);

  self->clock = g_object_ref (clock);
  for (char **name = order; *name != NULL; name++)
    {
      BcBackend *backend = create_backend (*name, app_id, x11, clock);

      g_signal_connect_object (backend, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->backends, backend);
    }
  self->ladder = bc_ladder_new (self->status, self->backends);

  return self;
}

void
bc_hotkey_set_accelerator (BcHotkey   *self,
                           const char *accelerator)
{
  g_autoptr (GError) error = NULL;
  BcAccelerator parsed;

  bc_ladder_stop (self->ladder);
  if (*accelerator == '\0')
    return;

  if (!bc_accelerator_parse (accelerator, &parsed, &error))
    {
      bc_service_status_set (self->status, BC_SERVICE_STATE_UNAVAILABLE, NULL, error->message);
      return;
    }

  for (guint i = 0; i < self->backends->len; i++)
    bc_hotkey_backend_set_accelerator (g_ptr_array_index (self->backends, i), &parsed);
  bc_ladder_start (self->ladder);
}

BcServiceStatus *
bc_hotkey_get_status (BcHotkey *self)
{
  return self->status;
}
