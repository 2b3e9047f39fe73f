/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-store.h"

G_BEGIN_DECLS

/**
 * BcTimelineEntryType:
 * @BC_TIMELINE_LOADING: not read yet; the item is notified when it is
 * @BC_TIMELINE_CRUMB: a crumb or an ask
 * @BC_TIMELINE_AWAY: an away
 * @BC_TIMELINE_RESUME: a crumb was resumed
 */
typedef enum {
  BC_TIMELINE_LOADING,
  BC_TIMELINE_CRUMB,
  BC_TIMELINE_AWAY,
  BC_TIMELINE_RESUME,
} BcTimelineEntryType;

#define BC_TYPE_TIMELINE_ITEM (bc_timeline_item_get_type ())
G_DECLARE_FINAL_TYPE (BcTimelineItem, bc_timeline_item, BC, TIMELINE_ITEM, GObject)

/**
 * BcTimelineItem:
 *
 * One row of the timeline. Its content may arrive, or change, after the item was
 * handed out: the signal `changed` tells.
 */
BcTimelineEntryType bc_timeline_item_get_entry_type (BcTimelineItem *self);

/**
 * bc_timeline_item_get_at_us:
 *
 * Returns: wall time of the row (an away: its end), 0 while loading
 */
gint64 bc_timeline_item_get_at_us (BcTimelineItem *self);

/**
 * bc_timeline_item_get_newer_us:
 *
 * Returns: wall time of the row above, %G_MAXINT64 for the first; where its local
 *   day differs, this row begins a day
 */
gint64 bc_timeline_item_get_newer_us (BcTimelineItem *self);

/**
 * bc_timeline_item_get_crumb:
 *
 * Returns: (transfer none) (nullable): the crumb (of a resume: the one resumed)
 */
BcCrumb *bc_timeline_item_get_crumb (BcTimelineItem *self);

/**
 * bc_timeline_item_get_away:
 *
 * Returns: (transfer none) (nullable): the away
 */
const BcAway *bc_timeline_item_get_away (BcTimelineItem *self);

#define BC_TYPE_TIMELINE (bc_timeline_get_type ())
G_DECLARE_FINAL_TYPE (BcTimeline, bc_timeline, BC, TIMELINE, GObject)

/**
 * BcTimeline:
 *
 * Everything, newest first, as a #GListModel of #BcTimelineItem that follows the
 * store. Rows are read in pages when they are asked for, however many there are.
 * Properties, notified: `search` (string), `loaded` (boolean: the first answer came;
 * set the model to a view only then), `n-items` (uint), `error` (a boxed #GError,
 * or %NULL: the last read failed).
 */
BcTimeline *bc_timeline_new (BcStore *store);

const char *bc_timeline_get_search (BcTimeline *self);

/**
 * bc_timeline_set_search:
 * @search: words that must all be in the line, the last perhaps unfinished; empty
 *   for everything. While searching only crumbs are listed.
 */
void bc_timeline_set_search (BcTimeline *self,
                             const char *search);

gboolean bc_timeline_is_loaded (BcTimeline *self);

G_END_DECLS
