/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BC_TYPE_SETTINGS (bc_settings_get_type ())
G_DECLARE_FINAL_TYPE (BcSettings, bc_settings, BC, SETTINGS, GObject)

/**
 * BcSettings:
 *
 * The user's settings as typed properties, each readable, writable and
 * notified, whoever changed it: `hotkey` (string, a GTK accelerator; empty for
 * none), `hotkey-may-ask` (boolean: whether the desktop may ask the user for the
 * hotkey), `idle-threshold-s` (uint, seconds), `capture-context` (boolean),
 * `hide-notification-text` (boolean), `trust-idle` (boolean: show the text of
 * reminders where a lock screen may be up that nothing tells of), `reminders-paused-until-us` (int64, wall
 * time; 0 not paused, %BC_SETTINGS_PAUSED_FOR_GOOD until turned on).
 *
 * The only place where GSettings keys are named. Main thread only.
 */

/**
 * BC_SETTINGS_PAUSED_FOR_GOOD:
 *
 * Reminders are paused until the user turns them on again.
 */
#define BC_SETTINGS_PAUSED_FOR_GOOD (-1)

/**
 * bc_settings_new:
 * @error: return location for a #GIOErrorEnum
 *
 * Looks for the schema where GSettings looks and where this program is
 * installed, so that a build in any prefix works.
 *
 * Returns: (transfer full): the settings; %NULL with @error set if the schema is
 *   not installed
 */
BcSettings *bc_settings_new (GError **error);

const char *bc_settings_get_hotkey (BcSettings *self);
void        bc_settings_set_hotkey (BcSettings *self,
                                    const char *accelerator);

guint bc_settings_get_idle_threshold_s (BcSettings *self);
void  bc_settings_set_idle_threshold_s (BcSettings *self,
                                        guint       seconds);

gboolean bc_settings_get_capture_context (BcSettings *self);
gboolean bc_settings_get_hide_notification_text (BcSettings *self);
gboolean bc_settings_get_trust_idle (BcSettings *self);

gint64 bc_settings_get_reminders_paused_until_us (BcSettings *self);
void   bc_settings_set_reminders_paused_until_us (BcSettings *self,
                                                  gint64      until_us);

/**
 * bc_settings_are_reminders_paused:
 * @now_us: wall time, microseconds since 1970 UTC
 */
gboolean bc_settings_are_reminders_paused (BcSettings *self,
                                           gint64      now_us);

G_END_DECLS
