/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-clock.h"
#include "bc-settings.h"

G_BEGIN_DECLS

#define BC_TYPE_PAUSE_WATCH (bc_pause_watch_get_type ())
G_DECLARE_FINAL_TYPE (BcPauseWatch, bc_pause_watch, BC, PAUSE_WATCH, GObject)

/**
 * BcPauseWatch:
 *
 * Whether reminders are paused right now, as the property `paused` (boolean,
 * notified): a pause ends by itself, and no setting changes then.
 */
BcPauseWatch *bc_pause_watch_new (BcSettings *settings,
                                  BcClock    *clock);

gboolean bc_pause_watch_is_paused (BcPauseWatch *self);

G_END_DECLS
