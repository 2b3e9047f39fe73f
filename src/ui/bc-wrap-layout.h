/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BC_TYPE_WRAP_LAYOUT (bc_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (BcWrapLayout, bc_wrap_layout, BC, WRAP_LAYOUT, GtkLayoutManager)

/**
 * BcWrapLayout:
 *
 * Places small children in reading direction, in as many lines as they need; in
 * single-line mode those that find no room are not shown. All lines are as high
 * as the highest child.
 */

/**
 * bc_wrap_layout_new:
 * @spacing: pixels between children and between lines
 * @single_line: whether there is one line only
 *
 * Returns: (transfer full): the layout manager
 */
GtkLayoutManager *bc_wrap_layout_new (int      spacing,
                                      gboolean single_line);

G_END_DECLS
