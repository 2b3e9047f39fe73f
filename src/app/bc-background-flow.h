/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "background/bc-background.h"
#include "bc-open-crumbs.h"
#include "bc-pause-watch.h"

G_BEGIN_DECLS

#define BC_TYPE_BACKGROUND_FLOW (bc_background_flow_get_type ())
G_DECLARE_FINAL_TYPE (BcBackgroundFlow, bc_background_flow, BC, BACKGROUND_FLOW, GObject)

/**
 * BcBackgroundFlow:
 *
 * Where nobody shows the tray icon, the desktop's list of programs in the background
 * says how many breadcrumbs are open, or that reminders are paused.
 */

/**
 * bc_background_flow_new:
 * @tray: the status of the tray icon
 */
BcBackgroundFlow *bc_background_flow_new (BcBackground    *background,
                                          BcServiceStatus *tray,
                                          BcPauseWatch    *pause,
                                          BcOpenCrumbs    *open);

G_END_DECLS
