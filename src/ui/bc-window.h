/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "bc-timeline.h"

G_BEGIN_DECLS

#define BC_TYPE_WINDOW (bc_window_get_type ())
G_DECLARE_FINAL_TYPE (BcWindow, bc_window, BC, WINDOW, AdwApplicationWindow)

/**
 * BcWindow:
 *
 * The main window: the timeline, and one resume card at a time on top of it.
 */

/**
 * bc_window_new:
 * @app: the application, which has the actions `app.capture`, `app.show-crumb(s)`,
 *   `app.resume(s)`, `app.later(s)`, `app.let-go(s)`, `app.preferences`, `app.quit`
 * @store: the store
 *
 * Returns: (transfer none): the window, owned by GTK until destroyed
 */
BcWindow *bc_window_new (GtkApplication *app,
                         BcStore        *store);

/**
 * bc_window_set_hotkey:
 * @accelerator: (nullable): the key that opens the capture window, as
 *   #BcSettings:hotkey has it; told where there are no breadcrumbs yet
 */
void bc_window_set_hotkey (BcWindow   *self,
                           const char *accelerator);

/**
 * bc_window_show_timeline:
 * @search: (nullable): text to search for, %NULL leaves the search as it is
 */
void bc_window_show_timeline (BcWindow   *self,
                              const char *search);

/**
 * bc_window_show_card:
 * @id: a crumb's id
 *
 * Shows that crumb's resume card until the user leaves it. A crumb that is gone
 * shows the timeline with a word about it.
 */
void bc_window_show_card (BcWindow   *self,
                          const char *id);

/**
 * bc_window_tell:
 * @text: a translated sentence
 * @event_id: (nullable): an event that "Undo" undoes; %NULL for no button
 *
 * Shows a toast.
 */
void bc_window_tell (BcWindow   *self,
                     const char *text,
                     const char *event_id);

/**
 * bc_window_tell_error:
 * @error: what went wrong; shown in the user's words by the table in bc-error-text.h
 */
void bc_window_tell_error (BcWindow     *self,
                           const GError *error);

G_END_DECLS
