/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bc-crumb.h"

G_BEGIN_DECLS

#define BC_TYPE_CONTEXT_LIST (bc_context_list_get_type ())
G_DECLARE_FINAL_TYPE (BcContextList, bc_context_list, BC, CONTEXT_LIST, GtkWidget)

/**
 * BcContextList:
 *
 * Where a crumb was written, and what it mentions that can be opened, each with
 * a button. Files and folders that are gone have none. Not visible while there
 * is nothing to show.
 */

/**
 * bc_context_list_set_crumb:
 * @crumb: (nullable): the crumb
 */
void bc_context_list_set_crumb (BcContextList *self,
                                BcCrumb       *crumb);

G_END_DECLS
