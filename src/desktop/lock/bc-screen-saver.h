/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BcScreenSaverService:
 * @name: a bus name
 * @interface: its interface, with GetActive and ActiveChanged
 * @paths: (array zero-terminated=1): where to ask, best first
 *
 * A screen saver as its desktop calls it.
 */
typedef struct {
  const char *name;
  const char *interface;
  const char *paths[3];
} BcScreenSaverService;

#define BC_TYPE_SCREEN_SAVER (bc_screen_saver_get_type ())
G_DECLARE_FINAL_TYPE (BcScreenSaver, bc_screen_saver, BC, SCREEN_SAVER, GObject)

/**
 * BcScreenSaver:
 *
 * One screen saver service, followed as it comes and goes; never started. Only its
 * owner's words count. Main thread only.
 *
 * Signal `changed`: one of the getters gives something new.
 */

/**
 * bc_screen_saver_new:
 * @service: (transfer none): static data
 *
 * Returns: (transfer full): a watch, already started
 */
BcScreenSaver *bc_screen_saver_new (GDBusConnection            *bus,
                                    const BcScreenSaverService *service);

const char *bc_screen_saver_get_name (BcScreenSaver *self);

/**
 * bc_screen_saver_is_present:
 *
 * Returns: whether the service is there and has told its state
 */
gboolean bc_screen_saver_is_present (BcScreenSaver *self);

/**
 * bc_screen_saver_is_active:
 *
 * Returns: whether it covers the screen; not if it is absent
 */
gboolean bc_screen_saver_is_active (BcScreenSaver *self);

/**
 * bc_screen_saver_check:
 *
 * Asks it again.
 */
void bc_screen_saver_check (BcScreenSaver *self);

G_END_DECLS
