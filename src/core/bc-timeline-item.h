/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-change-set.h"

G_BEGIN_DECLS

/**
 * BcTimelineEntryType:
 * @BC_TIMELINE_LOADING: not read yet; the item tells when it is
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

/**
 * BcEntry:
 * @id: what tells two rows apart; 0 while loading
 * @type: what the row is
 * @at_us: wall time of the row (an away: its end)
 * @newer_us: wall time of the row above, %G_MAXINT64 for the first
 * @crumb: (nullable): the crumb (of a resume: the one resumed)
 * @away: the away, if it is one
 *
 * What one row of the timeline shows.
 */
typedef struct {
  gint64 id;
  BcTimelineEntryType type;
  gint64 at_us;
  gint64 newer_us;
  BcCrumb *crumb;
  BcAway away;
} BcEntry;

void bc_entry_free (BcEntry *self);

#define BC_TYPE_TIMELINE_ITEM (bc_timeline_item_get_type ())
G_DECLARE_FINAL_TYPE (BcTimelineItem, bc_timeline_item, BC, TIMELINE_ITEM, GObject)

/**
 * BcTimelineItem:
 *
 * One row of the timeline. Its content may arrive, or change, after the item was
 * handed out.
 */

/**
 * BcTimelineItem::changed:
 *
 * The item shows something else now.
 */

/**
 * bc_timeline_item_new:
 *
 * Returns: (transfer full): an item that is loading
 */
BcTimelineItem *bc_timeline_item_new (void);

/**
 * bc_timeline_item_set_entry:
 * @entry: what the row shows, copied
 */
void bc_timeline_item_set_entry (BcTimelineItem *self,
                                 const BcEntry  *entry);

/**
 * bc_timeline_item_get_id:
 *
 * Returns: what tells two rows apart, 0 while loading
 */
gint64 bc_timeline_item_get_id (BcTimelineItem *self);

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

G_END_DECLS
