/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-store.h"

G_BEGIN_DECLS

#define BC_TYPE_OPEN_CRUMBS (bc_open_crumbs_get_type ())
G_DECLARE_FINAL_TYPE (BcOpenCrumbs, bc_open_crumbs, BC, OPEN_CRUMBS, GObject)

/**
 * BcOpenCrumbs:
 *
 * The open crumbs, newest first, as a #GListModel of #BcCrumb that follows the
 * store. It holds the first twenty; the property `count` (uint, notified) tells
 * how many there are in all, `loaded` (boolean, notified) whether the first answer came.
 */
BcOpenCrumbs *bc_open_crumbs_new (BcStore *store);

guint bc_open_crumbs_get_count (BcOpenCrumbs *self);

gboolean bc_open_crumbs_is_loaded (BcOpenCrumbs *self);

/**
 * bc_open_crumbs_peek:
 * @position: 0 for the newest
 *
 * Returns: (transfer none) (nullable): the crumb
 */
BcCrumb *bc_open_crumbs_peek (BcOpenCrumbs *self,
                              guint         position);

G_END_DECLS
