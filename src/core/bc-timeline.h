/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-store.h"
#include "bc-timeline-item.h"

G_BEGIN_DECLS

#define BC_TYPE_TIMELINE (bc_timeline_get_type ())
G_DECLARE_FINAL_TYPE (BcTimeline, bc_timeline, BC, TIMELINE, GObject)

/**
 * BcTimeline:
 *
 * Everything, newest first, as a #GListModel of #BcTimelineItem that follows the
 * store. Rows are read in pages when they are asked for, however many there are.
 *
 * Properties, notified: `search` (string), `loaded` (boolean: the first answer came;
 * give the model to a view only then, since a view takes a full list faster than one
 * that grows), `n-items` (uint).
 */

/**
 * BcTimeline::failed:
 * @error: (type GError): why
 *
 * The store could not be read.
 */

BcTimeline *bc_timeline_new (BcStore *store);

const char *bc_timeline_get_search (BcTimeline *self);

/**
 * bc_timeline_set_search:
 * @search: (nullable): words that must all be in the line, the last perhaps
 *   unfinished; empty for everything. While searching only crumbs are listed.
 */
void bc_timeline_set_search (BcTimeline *self,
                             const char *search);

gboolean bc_timeline_is_loaded (BcTimeline *self);

G_END_DECLS
