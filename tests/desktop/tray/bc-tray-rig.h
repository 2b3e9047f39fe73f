/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-fake-watcher.h"
#include "tray/bc-tray.h"

G_BEGIN_DECLS

#define BC_TRAY_RIG_APP_ID "org.example.Breadcrumbs"

/**
 * BcTrayRig:
 * @bus: the tray's own connection
 * @watcher: a watcher that has not appeared yet
 * @tray: a tray without a menu; a test may leave another one, or none
 * @heard: the tray's signals with their arguments, "activate:TOKEN;",
 *   "secondary:TOKEN;" or "ACTION(TARGET):TOKEN;"
 *
 * A tray, and what is heard of it.
 */
typedef struct {
  GDBusConnection *bus;
  BcFakeWatcher *watcher;
  BcTray *tray;
  GString *heard;
} BcTrayRig;

/**
 * bc_tray_rig_init:
 *
 * Does g_test_init(), and gives the tests an empty home and a private bus.
 */
void bc_tray_rig_init (int    *argc,
                       char ***argv);

/**
 * bc_tray_rig_run:
 *
 * Does g_test_run(), and takes home and bus away.
 *
 * Returns: the exit status
 */
int bc_tray_rig_run (void);

/* To be used as they are in g_test_add(). */
void bc_tray_rig_set_up    (BcTrayRig     *self,
                            gconstpointer  data);
void bc_tray_rig_tear_down (BcTrayRig     *self,
                            gconstpointer  data);

G_END_DECLS
