/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bc-crumb-actions.h"
#include "bc-timeline.h"

G_BEGIN_DECLS

#define BC_TYPE_TIMELINE_VIEW (bc_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (BcTimelineView, bc_timeline_view, BC, TIMELINE_VIEW, GtkWidget)

/**
 * BcTimelineView:
 *
 * The timeline as a list, or a word about why there is none. The crumb of the row
 * that has the focus is the one the `crumb` actions are about.
 */

/**
 * bc_timeline_view_set_model:
 * @timeline: what to show
 * @actions: what can be done to a row
 *
 * Called once.
 */
void bc_timeline_view_set_model (BcTimelineView *self,
                                 BcTimeline     *timeline,
                                 BcCrumbActions *actions);

/**
 * bc_timeline_view_set_hotkey:
 * @hotkey: (nullable): the label of the key that leaves a breadcrumb, for the
 *   page that is shown while there is none
 */
void bc_timeline_view_set_hotkey (BcTimelineView *self,
                                  const char     *hotkey);

/**
 * bc_timeline_view_focus:
 *
 * Gives the list the focus, if there is one.
 *
 * Returns: whether it took it
 */
gboolean bc_timeline_view_focus (BcTimelineView *self);

G_END_DECLS
