/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "bc-store.h"
#include "bc-x-server.h"

G_BEGIN_DECLS

/* Keycodes of the map Xvfb starts with, besides those of bc-x-server.h. */
enum {
  BC_KEY_ESCAPE = 9,
  BC_KEY_TAB = 23,
  BC_KEY_E = 26,
  BC_KEY_RETURN = 36,
  BC_KEY_Z = 52,
  BC_KEY_F2 = 68,
  BC_KEY_UP = 111,
  BC_KEY_LEFT = 113,
  BC_KEY_RIGHT = 114,
  BC_KEY_END = 115,
  BC_KEY_DOWN = 116,
  BC_KEY_DELETE = 119,
};

/**
 * BcUiRig:
 * @server: a private X server with a window manager
 * @folder: a folder of the test's own
 * @store: an open store in it
 *
 * What a window needs to live.
 */
typedef struct {
  BcXServer *server;
  GPid window_manager;
  char *folder;
  BcStore *store;
} BcUiRig;

/**
 * bc_ui_rig_start:
 *
 * Starts the X server and GTK on it; once in a process, before g_test_run().
 */
void bc_ui_rig_start (void);
void bc_ui_rig_stop  (void);

/**
 * bc_ui_rig_open:
 *
 * Opens a new empty store; a GTestFixtureFunc.
 */
void bc_ui_rig_open  (BcUiRig       *rig,
                      gconstpointer  data);
void bc_ui_rig_close (BcUiRig       *rig,
                      gconstpointer  data);

/**
 * bc_ui_rig_add:
 *
 * Saves a line.
 *
 * Returns: (transfer full): the crumb's id
 */
char *bc_ui_rig_add (BcUiRig    *rig,
                     const char *line);

/**
 * bc_ui_rig_get:
 *
 * Returns: (transfer full): the crumb as it is in the store
 */
BcCrumb *bc_ui_rig_get (BcUiRig    *rig,
                        const char *id);

/**
 * bc_ui_rig_tap:
 * @modifier: a keycode held meanwhile, or 0
 * @key: a keycode
 *
 * Presses keys as a keyboard does.
 */
void bc_ui_rig_tap (BcUiRig *rig,
                    guint8   modifier,
                    guint8   key);

/**
 * bc_ui_rig_await_focus:
 *
 * Waits until @window is on the screen and has the keyboard.
 */
void bc_ui_rig_await_focus (GtkWidget *window);

/**
 * bc_ui_rig_destroy:
 * @window: (type GtkWindow): a window nobody else holds
 *
 * Destroys a window and waits until it is finalized.
 */
void bc_ui_rig_destroy (gpointer window);

/**
 * bc_ui_rig_find:
 * @type: a widget type
 *
 * Returns: (transfer none) (nullable): the first visible widget of that type in
 *   @root, depth first
 */
GtkWidget *bc_ui_rig_find (GtkWidget *root,
                           GType      type);

/**
 * bc_ui_rig_shows:
 *
 * Returns: whether a mapped label in @root has @text in it
 */
gboolean bc_ui_rig_shows (GtkWidget  *root,
                          const char *text);

G_END_DECLS
