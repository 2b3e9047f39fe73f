/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hotkey/bc-hotkey-backend.h"

#include <glib/gi18n-lib.h>
#include <xcb/xkb.h>
#include <xkbcommon/xkbcommon-x11.h>

#include "bc-desktop.h"
#include "hotkey/bc-x11-held-key.h"
#include "hotkey/bc-x11-keys.h"

/* A changed keyboard map is announced by a burst of events. */
#define SETTLE_MS 200

#define BC_TYPE_HOTKEY_X11 (bc_hotkey_x11_get_type ())
G_DECLARE_FINAL_TYPE (BcHotkeyX11, bc_hotkey_x11, BC, HOTKEY_X11, GObject)

struct _BcHotkeyX11 {
  GObject parent_instance;

  BcX11Connection *x11;
  BcX11HeldKey *held;
  guint8 xkb_event;
  char *text;
  BcAccelerator accelerator;
  gboolean wanted;
  BcX11Keys *keys;
  guint settle_id;
};

static void backend_iface_init (BcBackendInterface *iface);
static void hotkey_iface_init (BcHotkeyBackendInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BcHotkeyX11, bc_hotkey_x11, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (BC_TYPE_BACKEND, backend_iface_init)
                               G_IMPLEMENT_INTERFACE (BC_TYPE_HOTKEY_BACKEND, hotkey_iface_init))

static const char *
bc_hotkey_x11_get_name (BcBackend *backend)
{
  return "x11";
}

typedef void (*GrabFunc) (xcb_connection_t *xcb,
                          xcb_window_t      root,
                          const BcX11Key   *key,
                          guint8            locks,
                          GArray           *cookies);

static void
grab (xcb_connection_t *xcb,
      xcb_window_t      root,
      const BcX11Key   *key,
      guint8            locks,
      GArray           *cookies)
{
  xcb_void_cookie_t cookie = xcb_grab_key_checked (xcb, 0, root, key->modifiers | locks, key->keycode,
                                                   XCB_GRAB_MODE_ASYNC, XCB_GRAB_MODE_ASYNC);

  g_array_append_val (cookies, cookie);
}

static void
ungrab (xcb_connection_t *xcb,
        xcb_window_t      root,
        const BcX11Key   *key,
        guint8            locks,
        GArray           *cookies)
{
  xcb_ungrab_key (xcb, key->keycode, root, key->modifiers | locks);
}

static void
for_each_lock (xcb_connection_t *xcb,
               xcb_window_t      root,
               const BcX11Key   *key,
               guint8            locks,
               GrabFunc          func,
               GArray           *cookies)
{
  guint8 subset = 0;

  do
    {
      func (xcb, root, key, subset, cookies);
      subset = (guint8) (subset - locks) & locks;
    }
  while (subset != 0);
}

static void
for_each_combination (BcHotkeyX11     *self,
                      const BcX11Keys *keys,
                      GrabFunc         func,
                      GArray          *cookies)
{
  xcb_connection_t *xcb = bc_x11_connection_get_xcb (self->x11);
  xcb_screen_iterator_t screens = xcb_setup_roots_iterator (xcb_get_setup (xcb));

  for (; screens.rem > 0; xcb_screen_next (&screens))
    {
      for (guint i = 0; i < keys->keys->len; i++)
        for_each_lock (xcb, screens.data->root, &g_array_index (keys->keys, BcX11Key, i),
                       keys->locks, func, cookies);
    }
}

static guint8
collect_errors (xcb_connection_t *xcb,
                GArray           *cookies)
{
  guint8 code = 0;

  for (guint i = 0; i < cookies->len; i++)
    {
      xcb_generic_error_t *fault = xcb_request_check (xcb, g_array_index (cookies, xcb_void_cookie_t, i));

      if (fault != NULL && code != XCB_ACCESS)
        code = fault->error_code;
      free (fault);
    }

  return code;
}

static void
release (BcHotkeyX11 *self)
{
  if (self->keys == NULL)
    return;

  if (!bc_x11_connection_is_lost (self->x11))
    for_each_combination (self, self->keys, ungrab, NULL);
  bc_x11_held_key_forget (self->held);
  g_clear_pointer (&self->keys, bc_x11_keys_free);
}

static gboolean
take (BcHotkeyX11  *self,
      BcX11Keys    *keys,
      GError      **error)
{
  g_autoptr (GArray) cookies = g_array_new (FALSE, FALSE, sizeof (xcb_void_cookie_t));
  guint8 code;

  self->keys = keys;
  for_each_combination (self, keys, grab, cookies);
  code = collect_errors (bc_x11_connection_get_xcb (self->x11), cookies);
  if (code == 0 && !bc_x11_connection_is_lost (self->x11))
    return TRUE;

  release (self);
  if (code == XCB_ACCESS)
    g_set_error_literal (error, BC_SERVICE_ERROR, BC_SERVICE_ERROR_TAKEN,
                         _("Another program already uses this key. Choose another one."));
  else
    g_set_error_literal (error, BC_SERVICE_ERROR, BC_SERVICE_ERROR_FAILED,
                         _("The X server refused this key. Choose another one."));

  return FALSE;
}

static GError *
lost_error (void)
{
  return g_error_new_literal (BC_SERVICE_ERROR, BC_SERVICE_ERROR_UNAVAILABLE,
                              _("The connection to the X server was lost."));
}

static gboolean
check_server (BcHotkeyX11  *self,
              GError      **error)
{
  if (self->x11 == NULL)
    g_set_error_literal (error, BC_SERVICE_ERROR, BC_SERVICE_ERROR_UNAVAILABLE,
                         _("This is not an X11 session."));
  else if (bc_x11_connection_is_lost (self->x11))
    g_propagate_error (error, lost_error ());
  else if (self->xkb_event == 0)
    g_set_error_literal (error, BC_SERVICE_ERROR, BC_SERVICE_ERROR_UNAVAILABLE,
                         _("The X server lacks the XKB extension."));
  else
    return TRUE;

  return FALSE;
}

/* The shells of these hold the keyboard from the press of Super on, and hand the next key to the
 * window with the focus, past all grabs of others: what is grabbed there never comes. */
static gboolean
check_super (BcHotkeyX11  *self,
             GError      **error)
{
  static const char * const shells[] = { "GNOME", "X-Cinnamon", "Budgie", "Pantheon", NULL };

  if ((self->accelerator.modifiers & BC_MODIFIER_SUPER) == 0 || !bc_desktop_is_one_of (shells))
    return TRUE;

  g_set_error_literal (error, BC_SERVICE_ERROR, BC_SERVICE_ERROR_DENIED,
                       _("This desktop keeps keys with Super to itself. Choose one without it, such as Ctrl+Alt+B."));

  return FALSE;
}

static gboolean
start (BcBackend  *backend,
       GError    **error)
{
  BcHotkeyX11 *self = BC_HOTKEY_X11 (backend);
  BcX11Keys *keys;

  if (!check_server (self, error) || !bc_accelerator_parse (self->text, &self->accelerator, error) ||
      !check_super (self, error))
    return FALSE;

  release (self);
  self->wanted = TRUE;
  keys = bc_x11_keys_new (self->x11, &self->accelerator, error);

  return keys != NULL && take (self, keys, error);
}

static void
bc_hotkey_x11_start_async (BcBackend           *backend,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  bc_backend_start_now (backend, start, cancellable, callback, user_data);
}

static void
bc_hotkey_x11_stop (BcBackend *backend)
{
  BcHotkeyX11 *self = BC_HOTKEY_X11 (backend);

  release (self);
  self->wanted = FALSE;
  g_clear_handle_id (&self->settle_id, g_source_remove);
}

static void
bc_hotkey_x11_set_accelerator (BcHotkeyBackend *backend,
                               const char      *accelerator)
{
  BcHotkeyX11 *self = BC_HOTKEY_X11 (backend);

  g_free (self->text);
  self->text = g_strdup (accelerator);
}

static void
follow_keyboard (BcHotkeyX11 *self)
{
  g_autoptr (BcX11Keys) keys = NULL;
  GError *error = NULL;

  keys = bc_x11_keys_new (self->x11, &self->accelerator, &error);
  if (keys != NULL && bc_x11_keys_equal (keys, self->keys))
    return;

  release (self);
  if (keys == NULL || !take (self, g_steal_pointer (&keys), &error))
    bc_backend_emit_lost (BC_BACKEND (self), error);
}

static gboolean
settle_cb (gpointer user_data)
{
  BcHotkeyX11 *self = user_data;

  self->settle_id = 0;
  if (self->keys != NULL)
    follow_keyboard (self);
  else if (self->wanted)
    bc_backend_emit_available (BC_BACKEND (self));

  return G_SOURCE_REMOVE;
}

static void
note_keyboard_change (BcHotkeyX11 *self)
{
  if (!self->wanted)
    return;

  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (SETTLE_MS, settle_cb, self);
}

static void
handle_key_press (BcHotkeyX11                 *self,
                  const xcb_key_press_event_t *press)
{
  xcb_connection_t *xcb = bc_x11_connection_get_xcb (self->x11);

  /* The grab holds the keyboard until the release; lockers and menus, and the window that opens now, need it. */
  xcb_ungrab_keyboard (xcb, press->time);
  xcb_flush (xcb);

  if (self->keys != NULL &&
      bc_x11_keys_match (self->keys, press->detail, press->state) &&
      bc_x11_held_key_press (self->held, press->detail, press->time))
    bc_hotkey_backend_emit_activated (BC_HOTKEY_BACKEND (self), press->time, NULL);
}

static void
event_cb (BcHotkeyX11         *self,
          xcb_generic_event_t *event)
{
  /* Their second byte is the subtype. */
  if (event->response_type == self->xkb_event)
    {
      if (event->pad0 == XCB_XKB_MAP_NOTIFY || event->pad0 == XCB_XKB_NEW_KEYBOARD_NOTIFY)
        note_keyboard_change (self);
    }
  else if (event->response_type == XCB_MAPPING_NOTIFY)
    note_keyboard_change (self);
  else if (event->response_type == XCB_KEY_PRESS)
    handle_key_press (self, (const xcb_key_press_event_t *) event);
}

static void
lost_cb (BcHotkeyX11 *self)
{
  gboolean served = self->keys != NULL;

  bc_hotkey_x11_stop (BC_BACKEND (self));
  if (served)
    bc_backend_emit_lost (BC_BACKEND (self), lost_error ());
}

static void
bc_hotkey_x11_dispose (GObject *object)
{
  BcHotkeyX11 *self = BC_HOTKEY_X11 (object);

  bc_hotkey_x11_stop (BC_BACKEND (self));
  g_clear_object (&self->held);
  g_clear_object (&self->x11);

  G_OBJECT_CLASS (bc_hotkey_x11_parent_class)->dispose (object);
}

static void
bc_hotkey_x11_finalize (GObject *object)
{
  g_free (BC_HOTKEY_X11 (object)->text);

  G_OBJECT_CLASS (bc_hotkey_x11_parent_class)->finalize (object);
}

static void
bc_hotkey_x11_class_init (BcHotkeyX11Class *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bc_hotkey_x11_dispose;
  G_OBJECT_CLASS (klass)->finalize = bc_hotkey_x11_finalize;
}

static void
bc_hotkey_x11_init (BcHotkeyX11 *self)
{
  self->text = g_strdup ("");
}

static void
backend_iface_init (BcBackendInterface *iface)
{
  iface->get_name = bc_hotkey_x11_get_name;
  iface->start_async = bc_hotkey_x11_start_async;
  iface->start_finish = bc_backend_start_now_finish;
  iface->stop = bc_hotkey_x11_stop;
}

static void
hotkey_iface_init (BcHotkeyBackendInterface *iface)
{
  iface->set_accelerator = bc_hotkey_x11_set_accelerator;
}

static void
set_up_xkb (BcHotkeyX11 *self)
{
  xcb_connection_t *xcb = bc_x11_connection_get_xcb (self->x11);
  guint16 which = XCB_XKB_EVENT_TYPE_NEW_KEYBOARD_NOTIFY | XCB_XKB_EVENT_TYPE_MAP_NOTIFY;
  guint16 parts = XCB_XKB_MAP_PART_KEY_TYPES | XCB_XKB_MAP_PART_KEY_SYMS | XCB_XKB_MAP_PART_MODIFIER_MAP;

  if (!xkb_x11_setup_xkb_extension (xcb, XKB_X11_MIN_MAJOR_XKB_VERSION, XKB_X11_MIN_MINOR_XKB_VERSION,
                                    XKB_X11_SETUP_XKB_EXTENSION_NO_FLAGS, NULL, NULL, &self->xkb_event, NULL))
    return;

  xcb_xkb_select_events (xcb, XCB_XKB_ID_USE_CORE_KBD, which, 0, which, parts, parts, NULL);
  xcb_discard_reply (xcb, xcb_xkb_per_client_flags (xcb, XCB_XKB_ID_USE_CORE_KBD,
                                                    XCB_XKB_PER_CLIENT_FLAG_DETECTABLE_AUTO_REPEAT,
                                                    XCB_XKB_PER_CLIENT_FLAG_DETECTABLE_AUTO_REPEAT,
                                                    0, 0, 0).sequence);
}

BcBackend *
bc_hotkey_x11_new (BcX11Connection *x11)
{
  BcHotkeyX11 *self = g_object_new (BC_TYPE_HOTKEY_X11, NULL);

  if (x11 == NULL || bc_x11_connection_is_lost (x11))
    return BC_BACKEND (self);

  self->x11 = g_object_ref (x11);
  self->held = bc_x11_held_key_new (x11);
  set_up_xkb (self);
  g_signal_connect_object (x11, "event", G_CALLBACK (event_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (x11, "lost", G_CALLBACK (lost_cb), self, G_CONNECT_SWAPPED);

  return BC_BACKEND (self);
}
