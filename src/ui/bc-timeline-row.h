/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bc-timeline.h"

G_BEGIN_DECLS

#define BC_TYPE_TIMELINE_ROW (bc_timeline_row_get_type ())
G_DECLARE_FINAL_TYPE (BcTimelineRow, bc_timeline_row, BC, TIMELINE_ROW, GtkWidget)

/**
 * BcTimelineRow:
 *
 * One row of the timeline: a day's name where a day begins, and below it a crumb,
 * an away or a resume.
 */
GtkWidget *bc_timeline_row_new (void);

/**
 * bc_timeline_row_set_item:
 * @item: (nullable): what to show; it is followed through changes
 */
void bc_timeline_row_set_item (BcTimelineRow  *self,
                               BcTimelineItem *item);

/**
 * bc_timeline_row_get_item:
 *
 * Returns: (transfer none) (nullable): what is shown
 */
BcTimelineItem *bc_timeline_row_get_item (BcTimelineRow *self);

/**
 * bc_timeline_row_update:
 *
 * Shows the item anew, as when a day has ended.
 */
void bc_timeline_row_update (BcTimelineRow *self);

G_END_DECLS
