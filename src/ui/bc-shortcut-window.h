/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BC_TYPE_SHORTCUT_WINDOW (bc_shortcut_window_get_type ())
G_DECLARE_FINAL_TYPE (BcShortcutWindow, bc_shortcut_window, BC, SHORTCUT_WINDOW, AdwWindow)

/**
 * BcShortcutWindow:
 *
 * A dialog in which a key combination is chosen by pressing it. Esc cancels,
 * Backspace chooses none.
 */

/**
 * BcShortcutWindow::chosen:
 * @accelerator: a GTK accelerator, an empty string for none
 *
 * The window closes after it.
 */

/**
 * bc_shortcut_window_new:
 *
 * Returns: (transfer none): the window, owned by GTK until destroyed
 */
BcShortcutWindow *bc_shortcut_window_new (GtkWindow *parent);

/**
 * bc_shortcut_accelerator:
 * @keyval: the key's symbol without modifiers
 * @state: the modifiers held
 *
 * Returns: (transfer full) (nullable): the accelerator, %NULL if that would be no
 *   good global key: a modifier alone, or a key that is needed for typing
 */
char *bc_shortcut_accelerator (guint           keyval,
                               GdkModifierType state);

G_END_DECLS
