/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-await.h"
#include "bc-fixed-clock.h"
#include "bc-x-server.h"
#include "hotkey/bc-hotkey.h"

#include <xcb/xkb.h>

#define KEY "<Super><Shift>b"

static const guint8 chord[] = { BC_KEY_SUPER, BC_KEY_SHIFT, BC_KEY_B, 0 };

typedef struct {
  BcXServer *server;
  BcX11Connection *x11;
  BcFixedClock *clock;
  BcHotkey *hotkey;
  BcServiceStatus *status;
  guint activations;
  guint presses;
  guint32 time;
} Fixture;

static void
activated_cb (Fixture    *fixture,
              guint       time,
              const char *token)
{
  fixture->activations++;
  fixture->time = time;
  g_assert_null (token);
}

static void
event_cb (Fixture             *fixture,
          xcb_generic_event_t *event)
{
  if (event->response_type == XCB_KEY_PRESS)
    fixture->presses++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_setenv ("XDG_CURRENT_DESKTOP", "XFCE", TRUE);
  fixture->server = bc_x_server_new ();
  fixture->x11 = bc_x11_connection_new (fixture->server->display);
  fixture->clock = bc_fixed_clock_new ();
  fixture->hotkey = bc_hotkey_new (BC_APP_ID, NULL, fixture->x11, BC_CLOCK (fixture->clock));
  fixture->status = bc_hotkey_get_status (fixture->hotkey);
  g_signal_connect_swapped (fixture->hotkey, "activated", G_CALLBACK (activated_cb), fixture);
  g_signal_connect_swapped (fixture->x11, "event", G_CALLBACK (event_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_signal_handlers_disconnect_by_data (fixture->x11, fixture);
  g_assert_finalize_object (fixture->hotkey);
  bc_await_quiet ();
  g_assert_finalize_object (fixture->x11);
  g_object_unref (fixture->clock);
  bc_x_server_free (fixture->server);
}

static void
bind (Fixture    *fixture,
      const char *accelerator)
{
  bc_hotkey_set_accelerator (fixture->hotkey, accelerator);
  bc_await (bc_service_status_get_state (fixture->status) != BC_SERVICE_STATE_WAITING);
}

static void
bind_well (Fixture    *fixture,
           const char *accelerator)
{
  bind (fixture, accelerator);
  g_assert_cmpint (bc_service_status_get_state (fixture->status), ==, BC_SERVICE_STATE_ACTIVE);
  g_assert_cmpstr (bc_service_status_get_backend (fixture->status), ==, "x11");
  g_assert_null (bc_service_status_get_refusal (fixture->status, "x11"));
}

/* Whatever the server had to tell about what was typed has been heard after this. */
static void
type (Fixture      *fixture,
      const guint8 *keycodes)
{
  xcb_connection_t *xcb = bc_x11_connection_get_xcb (fixture->x11);

  bc_x_server_tap (fixture->server, keycodes);
  free (xcb_get_input_focus_reply (xcb, xcb_get_input_focus (xcb), NULL));
  bc_await_quiet ();
}

static void
assert_chord_activates (Fixture *fixture)
{
  guint before = fixture->activations;

  type (fixture, chord);
  g_assert_cmpuint (fixture->activations, ==, before + 1);
}

static void
assert_silent (Fixture      *fixture,
               const guint8 *keycodes)
{
  guint before = fixture->activations;

  type (fixture, keycodes);
  g_assert_cmpuint (fixture->activations, ==, before);
}

static void
test_plain (Fixture       *fixture,
            gconstpointer  data)
{
  const guint8 other[] = { BC_KEY_SUPER, BC_KEY_SHIFT, BC_KEY_N, 0 };
  const guint8 fewer[] = { BC_KEY_SUPER, BC_KEY_B, 0 };
  const guint8 more[] = { BC_KEY_CONTROL, BC_KEY_SUPER, BC_KEY_SHIFT, BC_KEY_B, 0 };

  g_assert_cmpint (bc_service_status_get_state (fixture->status), ==, BC_SERVICE_STATE_OFF);
  bind_well (fixture, KEY);
  assert_chord_activates (fixture);
  g_assert_cmpuint (fixture->time, !=, 0);
  g_assert_cmpuint (bc_service_status_get_event_count (fixture->status), ==, 1);
  g_assert_cmpstr (bc_service_status_get_last_event (fixture->status), ==, "activated");
  g_assert_cmpint (bc_service_status_get_last_event_us (fixture->status), ==, BC_FIXED_CLOCK_START_US);

  assert_silent (fixture, other);
  assert_silent (fixture, fewer);
  assert_silent (fixture, more);
  assert_chord_activates (fixture);
}

static void
test_locks (Fixture       *fixture,
            gconstpointer  data)
{
  const guint8 caps[] = { BC_KEY_CAPS_LOCK, 0 };
  const guint8 num[] = { BC_KEY_NUM_LOCK, 0 };

  bind_well (fixture, KEY);
  bc_x_server_tap (fixture->server, num);
  assert_chord_activates (fixture);
  bc_x_server_tap (fixture->server, caps);
  assert_chord_activates (fixture);
  bc_x_server_tap (fixture->server, num);
  assert_chord_activates (fixture);
  bc_x_server_tap (fixture->server, caps);
  assert_chord_activates (fixture);
}

static void
test_alone (Fixture       *fixture,
            gconstpointer  data)
{
  const guint8 f9[] = { BC_KEY_F9, 0 };

  bind_well (fixture, "F9");
  type (fixture, f9);
  g_assert_cmpuint (fixture->activations, ==, 1);
}

static void
test_shifted_symbol (Fixture       *fixture,
                     gconstpointer  data)
{
  const guint8 with_shift[] = { BC_KEY_SUPER, BC_KEY_SHIFT, 10, 0 };
  const guint8 without[] = { BC_KEY_SUPER, 10, 0 };

  bind_well (fixture, "<Super>exclam");
  assert_silent (fixture, without);
  type (fixture, with_shift);
  g_assert_cmpuint (fixture->activations, ==, 1);
}

static void
lock_group (Fixture *fixture,
            guint8   group)
{
  xcb_connection_t *xcb = fixture->server->xcb;

  free (xcb_xkb_use_extension_reply (xcb, xcb_xkb_use_extension (xcb, 1, 0), NULL));
  xcb_xkb_latch_lock_state (xcb, XCB_XKB_ID_USE_CORE_KBD, 0, 0, 1, group, 0, 0, 0);
  bc_x_server_sync (fixture->server);
}

static void
test_second_group (Fixture       *fixture,
                   gconstpointer  data)
{
  bc_x_server_run (fixture->server, "setxkbmap us,ru");
  bind_well (fixture, KEY);
  assert_chord_activates (fixture);
  lock_group (fixture, 1);
  assert_chord_activates (fixture);
}

static void
test_key_of_second_group (Fixture       *fixture,
                          gconstpointer  data)
{
  const guint8 cyrillic[] = { BC_KEY_SUPER, 59, 0 };

  bc_x_server_run (fixture->server, "setxkbmap us,ru");
  bind_well (fixture, "<Super>Cyrillic_be");
  type (fixture, cyrillic);
  g_assert_cmpuint (fixture->activations, ==, 1);
}

static void
test_keymap_changes (Fixture       *fixture,
                     gconstpointer  data)
{
  const guint8 moved[] = { BC_KEY_SUPER, BC_KEY_SHIFT, 57, 0 };
  guint before;

  bind_well (fixture, KEY);

  /* Dvorak has B on the key N. */
  bc_x_server_run (fixture->server, "setxkbmap dvorak");
  bc_await ((type (fixture, moved), fixture->activations > 0));
  before = fixture->activations;
  type (fixture, chord);
  g_assert_cmpuint (fixture->activations, ==, before);

  bc_x_server_run (fixture->server, "setxkbmap us");
  bc_await ((type (fixture, chord), fixture->activations > before));
}

static void
test_key_comes_and_goes (Fixture       *fixture,
                         gconstpointer  data)
{
  const guint8 cyrillic[] = { BC_KEY_SUPER, 59, 0 };

  bc_hotkey_set_accelerator (fixture->hotkey, "<Super>Cyrillic_be");
  bc_await (bc_service_status_get_refusal (fixture->status, "x11") != NULL);
  g_assert_cmpint (bc_service_status_get_state (fixture->status), ==, BC_SERVICE_STATE_WAITING);

  bc_x_server_run (fixture->server, "setxkbmap ru");
  bc_await (bc_service_status_get_state (fixture->status) == BC_SERVICE_STATE_ACTIVE);
  type (fixture, cyrillic);
  g_assert_cmpuint (fixture->activations, ==, 1);

  bc_x_server_run (fixture->server, "setxkbmap us");
  bc_await (bc_service_status_get_state (fixture->status) == BC_SERVICE_STATE_WAITING);
  assert_silent (fixture, cyrillic);
}

static void
grab_elsewhere (Fixture *fixture,
                guint16  modifiers)
{
  xcb_grab_key (fixture->server->xcb, 0, fixture->server->root, modifiers, BC_KEY_B,
                XCB_GRAB_MODE_ASYNC, XCB_GRAB_MODE_ASYNC);
  bc_x_server_sync (fixture->server);
}

static void
test_taken (Fixture       *fixture,
            gconstpointer  data)
{
  guint16 modifiers = XCB_MOD_MASK_4 | XCB_MOD_MASK_SHIFT;
  xcb_void_cookie_t cookie;

  grab_elsewhere (fixture, modifiers);
  bind (fixture, KEY);
  g_assert_cmpint (bc_service_status_get_state (fixture->status), ==, BC_SERVICE_STATE_UNAVAILABLE);
  g_assert_cmpstr (bc_service_status_get_reason (fixture->status), ==,
                   "Another program already uses this key. Choose another one.");
  g_assert_cmpstr (bc_service_status_get_refusal (fixture->status, "x11"), ==,
                   bc_service_status_get_reason (fixture->status));
  assert_silent (fixture, chord);

  /* Nothing was kept of the combinations that were free. */
  cookie = xcb_grab_key_checked (fixture->server->xcb, 0, fixture->server->root, modifiers | XCB_MOD_MASK_LOCK, BC_KEY_B,
                                 XCB_GRAB_MODE_ASYNC, XCB_GRAB_MODE_ASYNC);
  g_assert_null (xcb_request_check (fixture->server->xcb, cookie));

  xcb_ungrab_key (fixture->server->xcb, XCB_GRAB_ANY, fixture->server->root, XCB_MOD_MASK_ANY);
  bc_x_server_sync (fixture->server);
  bind_well (fixture, KEY);
  assert_chord_activates (fixture);
}

static void
test_taken_with_lock (Fixture       *fixture,
                      gconstpointer  data)
{
  grab_elsewhere (fixture, XCB_MOD_MASK_4 | XCB_MOD_MASK_SHIFT | XCB_MOD_MASK_LOCK | XCB_MOD_MASK_2);
  bind (fixture, KEY);
  g_assert_cmpint (bc_service_status_get_state (fixture->status), ==, BC_SERVICE_STATE_UNAVAILABLE);
  assert_silent (fixture, chord);
}

static void
test_changed (Fixture       *fixture,
              gconstpointer  data)
{
  const guint8 other[] = { BC_KEY_CONTROL, BC_KEY_SUPER, BC_KEY_N, 0 };

  bind_well (fixture, KEY);
  bind_well (fixture, "<Control><Super>n");
  assert_silent (fixture, chord);
  type (fixture, other);
  g_assert_cmpuint (fixture->activations, ==, 1);

  bc_hotkey_set_accelerator (fixture->hotkey, "");
  g_assert_cmpint (bc_service_status_get_state (fixture->status), ==, BC_SERVICE_STATE_OFF);
  assert_silent (fixture, other);
}

static void
test_malformed (Fixture       *fixture,
                gconstpointer  data)
{
  bind_well (fixture, KEY);
  bind (fixture, "<Super>nosuchkey");
  g_assert_cmpint (bc_service_status_get_state (fixture->status), ==, BC_SERVICE_STATE_UNAVAILABLE);
  g_assert_nonnull (bc_service_status_get_reason (fixture->status));
  assert_silent (fixture, chord);
}

static void
test_shell_that_keeps_super (Fixture       *fixture,
                             gconstpointer  data)
{
  g_setenv ("XDG_CURRENT_DESKTOP", "X-Cinnamon", TRUE);

  bind (fixture, KEY);
  g_assert_cmpint (bc_service_status_get_state (fixture->status), ==, BC_SERVICE_STATE_UNAVAILABLE);
  g_assert_nonnull (strstr (bc_service_status_get_refusal (fixture->status, "x11"), "Super"));

  bind_well (fixture, "<Control><Alt>b");
}

static void
test_held (Fixture       *fixture,
           gconstpointer  data)
{
  bc_x_server_run (fixture->server, "xset r rate 200 50");
  bind_well (fixture, KEY);

  bc_x_server_key (fixture->server, BC_KEY_SUPER, TRUE);
  bc_x_server_key (fixture->server, BC_KEY_SHIFT, TRUE);
  for (guint i = 1; i <= 3; i++)
    {
      guint presses = fixture->presses;

      bc_x_server_key (fixture->server, BC_KEY_B, TRUE);
      bc_await (fixture->presses >= presses + 5);
      g_assert_cmpuint (fixture->activations, ==, i);
      bc_x_server_key (fixture->server, BC_KEY_B, FALSE);
    }
  bc_x_server_key (fixture->server, BC_KEY_SHIFT, FALSE);
  bc_x_server_key (fixture->server, BC_KEY_SUPER, FALSE);
}

static void
test_keyboard_is_free (Fixture       *fixture,
                       gconstpointer  data)
{
  xcb_grab_keyboard_reply_t *reply;

  bind_well (fixture, KEY);
  bc_x_server_key (fixture->server, BC_KEY_SUPER, TRUE);
  bc_x_server_key (fixture->server, BC_KEY_SHIFT, TRUE);
  bc_x_server_key (fixture->server, BC_KEY_B, TRUE);
  bc_await (fixture->activations == 1);

  /* A locker can have the keyboard though the key is still held. */
  reply = xcb_grab_keyboard_reply (fixture->server->xcb,
                                   xcb_grab_keyboard (fixture->server->xcb, 0, fixture->server->root, XCB_CURRENT_TIME,
                                                      XCB_GRAB_MODE_ASYNC, XCB_GRAB_MODE_ASYNC),
                                   NULL);
  g_assert_nonnull (reply);
  g_assert_cmpint (reply->status, ==, XCB_GRAB_STATUS_SUCCESS);
  free (reply);
}

static void
test_server_lost (Fixture       *fixture,
                  gconstpointer  data)
{
  bind_well (fixture, KEY);
  bc_x_server_kill (fixture->server);
  bc_await (bc_service_status_get_state (fixture->status) == BC_SERVICE_STATE_UNAVAILABLE);
  g_assert_cmpstr (bc_service_status_get_reason (fixture->status), ==, "The connection to the X server was lost.");
  g_assert_true (bc_x11_connection_is_lost (fixture->x11));

  bind (fixture, "<Super>n");
  g_assert_cmpint (bc_service_status_get_state (fixture->status), ==, BC_SERVICE_STATE_UNAVAILABLE);
}

static void
test_disposed_while_binding (Fixture       *fixture,
                             gconstpointer  data)
{
  BcHotkey *other = bc_hotkey_new (BC_APP_ID, NULL, fixture->x11, BC_CLOCK (fixture->clock));

  bc_hotkey_set_accelerator (other, KEY);
  g_object_unref (other);
  bc_await_quiet ();
  bind_well (fixture, KEY);
  assert_chord_activates (fixture);
}

static void
test_no_x11 (void)
{
  g_autoptr (BcFixedClock) clock = bc_fixed_clock_new ();
  BcHotkey *hotkey = bc_hotkey_new (BC_APP_ID, NULL, NULL, BC_CLOCK (clock));
  BcServiceStatus *status = bc_hotkey_get_status (hotkey);

  bc_hotkey_set_accelerator (hotkey, KEY);
  bc_await (bc_service_status_get_state (status) == BC_SERVICE_STATE_UNAVAILABLE);
  g_assert_cmpstr (bc_service_status_get_refusal (status, "x11"), ==, "This is not an X11 session.");
  g_assert_finalize_object (hotkey);
}

static void
test_switched_off (void)
{
  g_autoptr (BcFixedClock) clock = bc_fixed_clock_new ();
  BcHotkey *hotkey;

  g_setenv ("BREADCRUMBS_HOTKEY", "none", TRUE);
  hotkey = bc_hotkey_new (BC_APP_ID, NULL, NULL, BC_CLOCK (clock));
  g_setenv ("BREADCRUMBS_HOTKEY", "x11", TRUE);
  bc_hotkey_set_accelerator (hotkey, KEY);
  g_assert_cmpint (bc_service_status_get_state (bc_hotkey_get_status (hotkey)), ==, BC_SERVICE_STATE_OFF);
  g_assert_finalize_object (hotkey);
}

static void
test_session (void)
{
  g_autoptr (BcXServer) server = bc_x_server_new ();
  BcX11Connection *x11;

  g_setenv ("DISPLAY", server->display, TRUE);
  g_setenv ("XDG_SESSION_TYPE", "wayland", TRUE);
  g_assert_null (bc_x11_connection_new_for_session ());

  g_setenv ("XDG_SESSION_TYPE", "x11", TRUE);
  g_setenv ("WAYLAND_DISPLAY", "wayland-0", TRUE);
  g_assert_null (bc_x11_connection_new_for_session ());

  g_unsetenv ("WAYLAND_DISPLAY");
  x11 = bc_x11_connection_new_for_session ();
  g_assert_nonnull (x11);
  g_assert_finalize_object (x11);

  g_unsetenv ("DISPLAY");
  g_assert_null (bc_x11_connection_new_for_session ());
  g_assert_null (bc_x11_connection_new (":9999"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("BREADCRUMBS_HOTKEY", "x11", TRUE);

#define ADD(path, func) g_test_add ("/desktop/hotkey/x11/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("plain", test_plain);
  ADD ("locks", test_locks);
  ADD ("alone", test_alone);
  ADD ("shifted-symbol", test_shifted_symbol);
  ADD ("second-group", test_second_group);
  ADD ("key-of-second-group", test_key_of_second_group);
  ADD ("keymap-changes", test_keymap_changes);
  ADD ("key-comes-and-goes", test_key_comes_and_goes);
  ADD ("taken", test_taken);
  ADD ("taken-with-lock", test_taken_with_lock);
  ADD ("changed", test_changed);
  ADD ("malformed", test_malformed);
  ADD ("shell-that-keeps-super", test_shell_that_keeps_super);
  ADD ("held", test_held);
  ADD ("keyboard-is-free", test_keyboard_is_free);
  ADD ("server-lost", test_server_lost);
  ADD ("disposed-while-binding", test_disposed_while_binding);
#undef ADD
  g_test_add_func ("/desktop/hotkey/no-x11", test_no_x11);
  g_test_add_func ("/desktop/hotkey/switched-off", test_switched_off);
  g_test_add_func ("/desktop/hotkey/session", test_session);

  return g_test_run ();
}
