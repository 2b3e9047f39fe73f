/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-clock.h"
#include "bc-open-crumbs.h"
#include "bc-pause-watch.h"
#include "bc-settings.h"
#include "tray/bc-tray.h"

G_BEGIN_DECLS

#define BC_TYPE_TRAY_FLOW (bc_tray_flow_get_type ())
G_DECLARE_FINAL_TYPE (BcTrayFlow, bc_tray_flow, BC, TRAY_FLOW, GObject)

/**
 * BcTrayFlow:
 *
 * Keeps the tray's icon and menu in step with the open crumbs and the settings. Its
 * items name actions of the application.
 */
BcTrayFlow *bc_tray_flow_new (BcTray       *tray,
                              BcSettings   *settings,
                              BcClock      *clock,
                              BcPauseWatch *pause,
                              BcOpenCrumbs *open);

G_END_DECLS
