/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bc-open-crumbs.h"

G_BEGIN_DECLS

#define BC_TYPE_OPEN_LIST (bc_open_list_get_type ())
G_DECLARE_FINAL_TYPE (BcOpenList, bc_open_list, BC, OPEN_LIST, GtkWidget)

/**
 * BcOpenList:
 *
 * Up to five open crumbs, next step first, each with its age. Not visible while
 * there are none. Its rows are made once.
 */

/**
 * BcOpenList::chosen:
 * @id: the crumb
 *
 * Enter or a click on a row.
 */

/**
 * BcOpenList::left:
 *
 * Up on the first row.
 */

/**
 * bc_open_list_set_model:
 * @open: the open crumbs, newest first
 */
void bc_open_list_set_model (BcOpenList   *self,
                             BcOpenCrumbs *open);

/**
 * bc_open_list_update_ages:
 * @now_us: wall time, microseconds since 1970 UTC
 */
void bc_open_list_update_ages (BcOpenList *self,
                               gint64      now_us);

/**
 * bc_open_list_focus_first:
 *
 * Returns: whether there was a row to take the focus
 */
gboolean bc_open_list_focus_first (BcOpenList *self);

G_END_DECLS
