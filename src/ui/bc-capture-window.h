/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bc-context.h"
#include "bc-open-crumbs.h"
#include "bc-words.h"

G_BEGIN_DECLS

#define BC_TYPE_CAPTURE_WINDOW (bc_capture_window_get_type ())
G_DECLARE_FINAL_TYPE (BcCaptureWindow, bc_capture_window, BC, CAPTURE_WINDOW, GtkWindow)

/**
 * BcCaptureWindow:
 *
 * The tiny window the hotkey opens: one entry, a live preview of what the line
 * says, and up to five open crumbs. Built once, hidden after use, presented anew.
 * It saves nothing itself: it says what the user wants, and whoever made it
 * answers.
 *
 * Property `draft` (string, notified on each change): what stands in the entry.
 */

/**
 * BcCaptureWindow::save:
 * @text: the line
 * @verbatim: whether nothing in it is to be parsed
 *
 * Enter: the line is to be saved. The window waits, with the text in it, until
 * bc_capture_window_saved() or bc_capture_window_failed().
 */

/**
 * BcCaptureWindow::resume:
 * @id: the crumb
 *
 * Enter on an open crumb. The window has hidden itself, the draft is kept.
 */

/**
 * BcCaptureWindow::dismissed:
 *
 * Esc, the hotkey again, or the focus went: the window has hidden itself, the
 * draft is kept.
 */

/**
 * BcCaptureWindow::key-pressed:
 *
 * Any key reached the window: the hotkey, which the desktop keeps to itself, is held no more.
 */

/**
 * bc_capture_window_new:
 * @open: the open crumbs, newest first
 * @words: what completion offers
 *
 * Returns: (transfer none): a hidden window, owned by GTK until destroyed
 */
BcCaptureWindow *bc_capture_window_new (BcOpenCrumbs *open,
                                        BcWords      *words);

/**
 * bc_capture_window_open:
 * @context: (nullable): where the line will be said to be written, shown as a
 *   removable chip
 * @token: (nullable): an activation token
 * @time: the X server's time of the user's act, 0 if not known
 *
 * Presents the window with the caret at the end of the draft, as
 * bc_activation_present() does.
 */
void bc_capture_window_open (BcCaptureWindow *self,
                             BcContext       *context,
                             const char      *token,
                             guint32          time);

/**
 * bc_capture_window_dismiss:
 *
 * Hides the window and keeps the draft, as Esc does.
 */
void bc_capture_window_dismiss (BcCaptureWindow *self);

/**
 * bc_capture_window_get_context:
 *
 * Returns: (transfer none) (nullable): the context, %NULL too if the user took it away
 */
BcContext *bc_capture_window_get_context (BcCaptureWindow *self);

const char *bc_capture_window_get_draft (BcCaptureWindow *self);

/**
 * bc_capture_window_set_draft:
 *
 * Puts a kept draft back, unless something has been typed already.
 */
void bc_capture_window_set_draft (BcCaptureWindow *self,
                                  const char      *draft);

/**
 * bc_capture_window_saved:
 *
 * The line is durable: empties the entry and hides the window.
 */
void bc_capture_window_saved (BcCaptureWindow *self);

/**
 * bc_capture_window_failed:
 * @error: why
 *
 * The line could not be saved: the window stays with the text, says why in one
 * sentence and offers to copy it.
 */
void bc_capture_window_failed (BcCaptureWindow *self,
                               const GError    *error);

G_END_DECLS
