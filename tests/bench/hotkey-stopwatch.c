/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include <poll.h>
#include <xcb/damage.h>
#include <xcb/xcb.h>
#include <xcb/xtest.h>

/*
 * Measures from outside how long a program takes from the press of its hotkey to a
 * window that is mapped, has the keyboard focus and has been painted with it.
 *
 * hotkey-stopwatch ROUNDS NAME=KEYCODE[+KEYCODE]... [NAME=...]...
 *
 * The last keycode of each is the key, those before it are modifiers. The programs
 * take turns; each round prints "NAME MILLISECONDS" for each. The window is closed by
 * Escape in between.
 *
 * The clock starts just before the key's press is sent by XTEST. It stops when the window
 * is mapped, has been given the focus, and shows the picture that it comes to rest with,
 * a blinking caret apart. That is known from X events (MapNotify, FocusIn, DamageNotify)
 * and from the window's pixels, so that it is the same for every program.
 */

#define MAX_KEYS 6
#define ESCAPE_KEYCODE 9
#define ANSWER_MS 5000
#define QUIET_MS 120
#define MAX_PICTURES 8
#define CARET_PIXELS 100

typedef struct {
  char *name;
  guint8 keys[MAX_KEYS];
  guint n_keys;
  xcb_window_t window;
} Program;

typedef struct {
  xcb_connection_t *xcb;
  xcb_window_t root;
  xcb_atom_t active_window;
  guint8 damage_event;
} Desk;

typedef struct {
  gint64 time_us;
  xcb_get_image_reply_t *image;
} Picture;

typedef struct {
  gboolean mapped;
  gboolean focused;
  gboolean painted;
  Picture pictures[MAX_PICTURES];
  guint n_pictures;
} Seen;

static void
die (const char *what,
     const char *name)
{
  g_printerr ("hotkey-stopwatch: %s: %s\n", name, what);
  exit (1);
}

static void
send_key (Desk   *desk,
          guint8  type,
          guint8  keycode)
{
  xcb_test_fake_input (desk->xcb, type, keycode, XCB_CURRENT_TIME, XCB_NONE, 0, 0, 0);
}

static void
sync_with_server (Desk *desk)
{
  free (xcb_get_input_focus_reply (desk->xcb, xcb_get_input_focus (desk->xcb), NULL));
}

static void
acknowledge_damage (Desk                *desk,
                    xcb_generic_event_t *event)
{
  xcb_damage_subtract (desk->xcb, ((xcb_damage_notify_event_t *) event)->damage, XCB_NONE, XCB_NONE);
  xcb_flush (desk->xcb);
}

/* A passive grab that begins is told as a FocusIn as well, to the window that had the focus. */
static gboolean
is_real_focus (xcb_generic_event_t *event)
{
  xcb_focus_in_event_t *focus = (xcb_focus_in_event_t *) event;

  return focus->mode != XCB_NOTIFY_MODE_GRAB && focus->detail != XCB_NOTIFY_DETAIL_POINTER;
}

static xcb_get_image_reply_t *
get_image (Desk    *desk,
           Program *program)
{
  xcb_get_geometry_reply_t *size =
    xcb_get_geometry_reply (desk->xcb, xcb_get_geometry (desk->xcb, program->window), NULL);
  xcb_get_image_reply_t *image = NULL;

  if (size != NULL)
    image = xcb_get_image_reply (desk->xcb,
                                 xcb_get_image (desk->xcb, XCB_IMAGE_FORMAT_Z_PIXMAP, program->window,
                                                0, 0, size->width, size->height, G_MAXUINT32), NULL);
  free (size);

  return image;
}

static void
take_picture (Desk    *desk,
              Program *program,
              Seen    *seen)
{
  if (seen->n_pictures == MAX_PICTURES)
    return;

  seen->pictures[seen->n_pictures].time_us = g_get_monotonic_time ();
  seen->pictures[seen->n_pictures].image = get_image (desk, program);
  seen->n_pictures++;
}

/* But for a caret, which may be on in the one and off in the other. */
static gboolean
is_same_picture (xcb_get_image_reply_t *a,
                 xcb_get_image_reply_t *b)
{
  int n_pixels;
  int different = 0;
  const guint32 *a_pixels;
  const guint32 *b_pixels;

  if (a == NULL || b == NULL || xcb_get_image_data_length (a) != xcb_get_image_data_length (b))
    return FALSE;

  n_pixels = xcb_get_image_data_length (a) / 4;
  a_pixels = (const guint32 *) (gpointer) xcb_get_image_data (a);
  b_pixels = (const guint32 *) (gpointer) xcb_get_image_data (b);
  for (int i = 0; i < n_pixels; i++)
    different += a_pixels[i] != b_pixels[i];

  return different <= CARET_PIXELS;
}

static gint64
find_ready_us (Desk    *desk,
               Program *program,
               Seen    *seen)
{
  xcb_get_image_reply_t *rest = get_image (desk, program);
  gint64 ready_us = 0;

  for (guint i = 0; i < seen->n_pictures; i++)
    {
      if (ready_us == 0 && is_same_picture (seen->pictures[i].image, rest))
        ready_us = seen->pictures[i].time_us;
      free (seen->pictures[i].image);
    }
  free (rest);

  return ready_us;
}

static void
look_at (Desk                *desk,
         Program             *program,
         xcb_generic_event_t *event,
         Seen                *seen)
{
  guint8 type = event->response_type & 0x7f;

  if (type == XCB_MAP_NOTIFY && ((xcb_map_notify_event_t *) event)->window == program->window)
    seen->mapped = TRUE;
  else if (type == XCB_UNMAP_NOTIFY && ((xcb_unmap_notify_event_t *) event)->window == program->window)
    seen->mapped = FALSE;
  else if (type == XCB_FOCUS_IN && ((xcb_focus_in_event_t *) event)->event == program->window)
    seen->focused |= is_real_focus (event);
  else if (type == desk->damage_event)
    {
      seen->painted |= ((xcb_damage_notify_event_t *) event)->drawable == program->window;
      acknowledge_damage (desk, event);
    }
  else
    return;

  if (seen->mapped && seen->focused && seen->painted)
    take_picture (desk, program, seen);
}

static gboolean
wait_for_event (Desk *desk,
                int   timeout_ms)
{
  struct pollfd fd = { .fd = xcb_get_file_descriptor (desk->xcb), .events = POLLIN };

  xcb_flush (desk->xcb);

  return poll (&fd, 1, timeout_ms) > 0;
}

/* Passes events by until none has come for a while. */
static void
settle (Desk    *desk,
        Program *program,
        Seen    *seen)
{
  xcb_generic_event_t *event;

  do
    {
      while ((event = xcb_poll_for_event (desk->xcb)) != NULL)
        {
          look_at (desk, program, event, seen);
          free (event);
        }
    }
  while (wait_for_event (desk, QUIET_MS));
}

static void
press_modifiers (Desk    *desk,
                 Program *program,
                 guint8   type)
{
  for (guint i = 0; i + 1 < program->n_keys; i++)
    send_key (desk, type, program->keys[i]);
  sync_with_server (desk);
}

static void
press_key (Desk    *desk,
           Program *program)
{
  send_key (desk, XCB_KEY_PRESS, program->keys[program->n_keys - 1]);
  xcb_flush (desk->xcb);
}

static void
release_keys (Desk    *desk,
              Program *program)
{
  send_key (desk, XCB_KEY_RELEASE, program->keys[program->n_keys - 1]);
  press_modifiers (desk, program, XCB_KEY_RELEASE);
}

static void
close_window (Desk    *desk,
              Program *program)
{
  gint64 deadline = g_get_monotonic_time () + ANSWER_MS * 1000;
  Seen seen = { .mapped = TRUE };

  send_key (desk, XCB_KEY_PRESS, ESCAPE_KEYCODE);
  send_key (desk, XCB_KEY_RELEASE, ESCAPE_KEYCODE);
  sync_with_server (desk);
  while (seen.mapped && g_get_monotonic_time () < deadline)
    settle (desk, program, &seen);
  if (seen.mapped)
    die ("Escape does not close its window", program->name);
}

static void
wait_for_answer (Desk    *desk,
                 Program *program,
                 Seen    *seen)
{
  gint64 deadline = g_get_monotonic_time () + ANSWER_MS * 1000;
  xcb_generic_event_t *event;

  while (seen->n_pictures == 0 && g_get_monotonic_time () < deadline)
    {
      while ((event = xcb_poll_for_event (desk->xcb)) != NULL)
        {
          look_at (desk, program, event, seen);
          free (event);
        }
      if (seen->n_pictures == 0)
        wait_for_event (desk, 100);
    }
}

static double
measure (Desk    *desk,
         Program *program)
{
  gint64 start_us;
  gint64 ready_us;
  Seen seen = { 0 };

  press_modifiers (desk, program, XCB_KEY_PRESS);
  start_us = g_get_monotonic_time ();
  press_key (desk, program);
  wait_for_answer (desk, program, &seen);
  release_keys (desk, program);
  if (seen.n_pictures == 0)
    die (seen.mapped ? "its window gets no focus or is not painted" : "no window answers its hotkey",
         program->name);

  settle (desk, program, &seen);
  ready_us = find_ready_us (desk, program, &seen);
  if (ready_us == 0)
    die ("its window does not come to rest", program->name);
  close_window (desk, program);

  return (ready_us - start_us) / 1000.0;
}

static xcb_window_t
read_active_window (Desk *desk)
{
  xcb_get_property_cookie_t cookie = xcb_get_property (desk->xcb, 0, desk->root, desk->active_window,
                                                       XCB_ATOM_WINDOW, 0, 1);
  xcb_get_property_reply_t *reply = xcb_get_property_reply (desk->xcb, cookie, NULL);
  xcb_window_t window = XCB_NONE;

  if (reply != NULL && xcb_get_property_value_length (reply) == 4)
    memcpy (&window, xcb_get_property_value (reply), 4);
  free (reply);

  return window;
}

/* The first press, which is not measured, shows which window belongs to the key. */
static void
get_acquainted (Desk    *desk,
                Program *program)
{
  static const guint32 mask = XCB_EVENT_MASK_STRUCTURE_NOTIFY | XCB_EVENT_MASK_FOCUS_CHANGE;
  gint64 deadline = g_get_monotonic_time () + ANSWER_MS * 1000;
  xcb_window_t before = read_active_window (desk);
  Seen seen = { 0 };

  press_modifiers (desk, program, XCB_KEY_PRESS);
  press_key (desk, program);
  release_keys (desk, program);
  do
    {
      settle (desk, program, &seen);
      program->window = read_active_window (desk);
    }
  while ((program->window == before || program->window == XCB_NONE) && g_get_monotonic_time () < deadline);
  if (program->window == before || program->window == XCB_NONE)
    die ("no window answers its hotkey", program->name);

  xcb_change_window_attributes (desk->xcb, program->window, XCB_CW_EVENT_MASK, &mask);
  xcb_damage_create (desk->xcb, xcb_generate_id (desk->xcb), program->window,
                     XCB_DAMAGE_REPORT_LEVEL_NON_EMPTY);
  close_window (desk, program);
}

static void
connect_to_server (Desk *desk)
{
  const xcb_query_extension_reply_t *damage;
  xcb_intern_atom_reply_t *atom;

  desk->xcb = xcb_connect (NULL, NULL);
  if (xcb_connection_has_error (desk->xcb))
    die ("no X server answers", g_getenv ("DISPLAY") != NULL ? g_getenv ("DISPLAY") : "no display");
  desk->root = xcb_setup_roots_iterator (xcb_get_setup (desk->xcb)).data->root;
  damage = xcb_get_extension_data (desk->xcb, &xcb_damage_id);
  if (damage == NULL || !damage->present)
    die ("it lacks the DAMAGE extension", "X server");
  desk->damage_event = damage->first_event + XCB_DAMAGE_NOTIFY;
  free (xcb_damage_query_version_reply (desk->xcb, xcb_damage_query_version (desk->xcb, 1, 1), NULL));
  atom = xcb_intern_atom_reply (desk->xcb, xcb_intern_atom (desk->xcb, 0, strlen ("_NET_ACTIVE_WINDOW"),
                                                            "_NET_ACTIVE_WINDOW"), NULL);
  desk->active_window = atom->atom;
  free (atom);
}

static void
read_program (Program    *program,
              const char *argument)
{
  g_auto (GStrv) parts = g_strsplit (argument, "=", 2);
  g_auto (GStrv) codes = NULL;

  if (parts[0] == NULL || parts[1] == NULL)
    die ("NAME=KEYCODE+KEYCODE is expected", argument);
  codes = g_strsplit (parts[1], "+", MAX_KEYS);
  program->name = g_strdup (parts[0]);
  program->n_keys = g_strv_length (codes);
  for (guint i = 0; i < program->n_keys; i++)
    program->keys[i] = (guint8) atoi (codes[i]);
}

int
main (int    argc,
      char **argv)
{
  Desk desk;
  g_autofree Program *programs = g_new0 (Program, MAX (argc, 1));
  guint n_programs = 0;
  int rounds = argc > 2 ? atoi (argv[1]) : 0;

  if (rounds <= 0)
    {
      g_printerr ("usage: %s ROUNDS NAME=KEYCODE[+KEYCODE]...\n", argv[0]);
      return 2;
    }

  connect_to_server (&desk);
  for (int i = 2; i < argc; i++)
    read_program (&programs[n_programs++], argv[i]);
  for (guint i = 0; i < n_programs; i++)
    get_acquainted (&desk, &programs[i]);

  for (int round = 0; round < rounds; round++)
    {
      for (guint i = 0; i < n_programs; i++)
        g_print ("%s %.3f\n", programs[i].name, measure (&desk, &programs[i]));
    }

  return 0;
}
