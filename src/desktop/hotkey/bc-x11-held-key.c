/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hotkey/bc-x11-held-key.h"

#include <xcb/xinput.h>

/* A repetition follows the one before sooner than this, whatever the settings of the desktops allow. */
#define REPEAT_MAX_MS 3000

struct _BcX11HeldKey {
  GObject parent_instance;

  BcX11Connection *x11;
  guint8 opcode;
  xcb_keycode_t keycode;
  guint32 time;
};

G_DEFINE_FINAL_TYPE (BcX11HeldKey, bc_x11_held_key, G_TYPE_OBJECT)

static void
select_raw (BcX11HeldKey *self,
            guint32       events)
{
  struct {
    xcb_input_event_mask_t head;
    guint32 events;
  } mask = { { XCB_INPUT_DEVICE_ALL_MASTER, 1 }, events };

  if (self->opcode != 0 && !bc_x11_connection_is_lost (self->x11))
    xcb_input_xi_select_events (bc_x11_connection_get_xcb (self->x11),
                                bc_x11_connection_get_root (self->x11), 1, &mask.head);
}

void
bc_x11_held_key_forget (BcX11HeldKey *self)
{
  if (self->keycode == 0)
    return;

  self->keycode = 0;
  select_raw (self, 0);
}

static gboolean
is_down (BcX11HeldKey  *self,
         xcb_keycode_t  keycode)
{
  xcb_connection_t *xcb = bc_x11_connection_get_xcb (self->x11);
  xcb_query_keymap_reply_t *reply = xcb_query_keymap_reply (xcb, xcb_query_keymap (xcb), NULL);
  gboolean down = reply != NULL && (reply->keys[keycode / 8] & (1 << (keycode % 8))) != 0;

  free (reply);

  return down;
}

gboolean
bc_x11_held_key_press (BcX11HeldKey  *self,
                       xcb_keycode_t  keycode,
                       guint32        time)
{
  gboolean repeated = self->keycode == keycode && time - self->time < REPEAT_MAX_MS;

  self->time = time;
  if (repeated)
    return FALSE;

  self->keycode = keycode;
  select_raw (self, XCB_INPUT_XI_EVENT_MASK_RAW_KEY_RELEASE);
  /* It may have been released before the server heard that we listen. */
  if (self->opcode == 0 || !is_down (self, keycode))
    bc_x11_held_key_forget (self);

  return TRUE;
}

static void
event_cb (BcX11HeldKey        *self,
          xcb_generic_event_t *event)
{
  const xcb_ge_generic_event_t *generic = (const xcb_ge_generic_event_t *) event;
  const xcb_input_raw_key_release_event_t *release = (const xcb_input_raw_key_release_event_t *) event;

  if (event->response_type == XCB_GE_GENERIC &&
      generic->extension == self->opcode &&
      generic->event_type == XCB_INPUT_RAW_KEY_RELEASE &&
      release->detail == self->keycode)
    bc_x11_held_key_forget (self);
}

static void
bc_x11_held_key_dispose (GObject *object)
{
  BcX11HeldKey *self = BC_X11_HELD_KEY (object);

  if (self->x11 != NULL)
    bc_x11_held_key_forget (self);
  g_clear_object (&self->x11);

  G_OBJECT_CLASS (bc_x11_held_key_parent_class)->dispose (object);
}

static void
bc_x11_held_key_class_init (BcX11HeldKeyClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bc_x11_held_key_dispose;
}

static void
bc_x11_held_key_init (BcX11HeldKey *self)
{
}

static guint8
find_opcode (xcb_connection_t *xcb)
{
  const xcb_query_extension_reply_t *extension = xcb_get_extension_data (xcb, &xcb_input_id);
  xcb_input_xi_query_version_reply_t *version;
  guint8 opcode = 0;

  if (extension == NULL || !extension->present)
    return 0;

  /* Raw events reach us beside other clients' grabs since 2.1. */
  version = xcb_input_xi_query_version_reply (xcb, xcb_input_xi_query_version (xcb, 2, 2), NULL);
  if (version != NULL && version->major_version == 2 && version->minor_version >= 1)
    opcode = extension->major_opcode;
  free (version);

  return opcode;
}

BcX11HeldKey *
bc_x11_held_key_new (BcX11Connection *x11)
{
  BcX11HeldKey *self = g_object_new (BC_TYPE_X11_HELD_KEY, NULL);

  self->x11 = g_object_ref (x11);
  self->opcode = find_opcode (bc_x11_connection_get_xcb (x11));
  g_signal_connect_object (x11, "event", G_CALLBACK (event_cb), self, G_CONNECT_SWAPPED);

  return self;
}
