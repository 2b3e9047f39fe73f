/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <xcb/xcb.h>

G_BEGIN_DECLS

/* Keycodes of the map Xvfb starts with: pc105, us. */
enum {
  BC_KEY_CONTROL = 37,
  BC_KEY_A = 38,
  BC_KEY_SHIFT = 50,
  BC_KEY_B = 56,
  BC_KEY_N = 57,
  BC_KEY_CAPS_LOCK = 66,
  BC_KEY_F9 = 75,
  BC_KEY_NUM_LOCK = 77,
  BC_KEY_SUPER = 133,
};

/**
 * BcXServer:
 * @display: its display
 * @xcb: a client of its own: "another program"
 * @root: its root window
 *
 * A private X server without a screen (Xvfb), on a display nobody uses.
 */
typedef struct {
  char *display;
  xcb_connection_t *xcb;
  xcb_window_t root;
  GPid pid;
} BcXServer;

BcXServer *bc_x_server_new  (void);
void       bc_x_server_free (BcXServer *self);

/**
 * bc_x_server_kill:
 *
 * Ends the server, as a crash does.
 */
void bc_x_server_kill (BcXServer *self);

/**
 * bc_x_server_sync:
 *
 * Waits until the server has done all that was asked for before.
 */
void bc_x_server_sync (BcXServer *self);

/**
 * bc_x_server_key:
 *
 * Moves a key of the keyboard.
 */
void bc_x_server_key (BcXServer *self,
                      guint8     keycode,
                      gboolean   down);

/**
 * bc_x_server_move_pointer:
 * @dx: pixels to the right
 * @dy: pixels down
 */
void bc_x_server_move_pointer (BcXServer *self,
                               gint16     dx,
                               gint16     dy);

/**
 * bc_x_server_tap:
 * @keycodes: (array zero-terminated=1): pressed in this order, released in the other
 */
void bc_x_server_tap (BcXServer    *self,
                      const guint8 *keycodes);

/**
 * bc_x_server_run:
 * @command: a program with its arguments, run to its end on this server
 */
void bc_x_server_run (BcXServer  *self,
                      const char *command);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcXServer, bc_x_server_free)

G_END_DECLS
