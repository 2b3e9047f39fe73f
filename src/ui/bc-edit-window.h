/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "bc-store.h"
#include "bc-words.h"

G_BEGIN_DECLS

#define BC_TYPE_EDIT_WINDOW (bc_edit_window_get_type ())
G_DECLARE_FINAL_TYPE (BcEditWindow, bc_edit_window, BC, EDIT_WINDOW, AdwWindow)

/**
 * BcEditWindow:
 *
 * A dialog in which a crumb is worded anew, or a mark is worded. It closes when
 * the store has the new line; else it stays and says why.
 */

/**
 * BcEditWindow::edited:
 * @event_id: what can be undone
 */

/**
 * bc_edit_window_new:
 * @parent: the window it belongs to
 * @crumb: the crumb as it is
 *
 * Returns: (transfer none): the window, owned by GTK until destroyed
 */
BcEditWindow *bc_edit_window_new (GtkWindow *parent,
                                  BcStore   *store,
                                  BcWords   *words,
                                  BcCrumb   *crumb);

G_END_DECLS
