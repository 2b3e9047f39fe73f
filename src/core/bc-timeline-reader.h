/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-store.h"
#include "bc-timeline-item.h"

G_BEGIN_DECLS

/**
 * BC_TIMELINE_PAGE:
 *
 * Rows in a page.
 */
#define BC_TIMELINE_PAGE 128

/**
 * BcTimelineAnswer:
 * @n_items: how many rows there are
 * @found: (nullable) (element-type gint64): what a search found
 * @numbers: (element-type guint): the pages read
 * @pages: (element-type GPtrArray): their rows, as #BcEntry
 *
 * A consistent look at the timeline.
 */
typedef struct {
  guint n_items;
  GArray *found;
  GArray *numbers;
  GPtrArray *pages;
} BcTimelineAnswer;

void bc_timeline_answer_free (BcTimelineAnswer *self);

/**
 * bc_timeline_read_async:
 * @search: (nullable): what to search for
 * @found: (nullable) (element-type gint64): what that search found before, to
 *   read more of it without searching again
 * @numbers: (transfer full) (element-type guint): the pages wanted, from 0 on
 *
 * Reads pages of the timeline, and its length, at one moment.
 */
void              bc_timeline_read_async  (BcStore              *store,
                                           const char           *search,
                                           GArray               *found,
                                           GArray               *numbers,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
BcTimelineAnswer *bc_timeline_read_finish (BcStore              *store,
                                           GAsyncResult         *result,
                                           GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcTimelineAnswer, bc_timeline_answer_free)

G_END_DECLS
