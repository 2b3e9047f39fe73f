/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-application.h"
#include "bc-open-crumbs.h"
#include "bc-store.h"
#include "bc-window.h"

/**
 * bc_application_add_actions:
 *
 * Adds the actions, whose bodies live in bc-application-actions.c.
 */
void bc_application_add_actions (BcApplication *self);

/**
 * bc_application_do_answer:
 * @action: "resume", "later" or "let-go"
 * @id: a crumb's id
 * @token: (nullable): an activation token
 * @time: the X server's time of the user's act, 0 if not known
 *
 * Does what the user answered, wherever she did.
 */
void bc_application_do_answer (BcApplication *self,
                               const char    *action,
                               const char    *id,
                               const char    *token,
                               guint32        time);

/**
 * bc_application_take_token:
 *
 * Returns: (transfer full) (nullable): the token that came with the call being
 *   carried out
 */
char *bc_application_take_token (BcApplication *self);

/**
 * bc_application_open_window:
 *
 * Returns: (transfer none): the main window, made if there is none, not yet presented
 */
BcWindow *bc_application_open_window (BcApplication *self);

/**
 * bc_application_peek_window:
 *
 * Returns: (transfer none) (nullable): the main window, if there is one
 */
BcWindow *bc_application_peek_window (BcApplication *self);

void bc_application_capture          (BcApplication *self,
                                      const char    *token,
                                      guint32        time);

/**
 * bc_application_press_hotkey:
 * @token: (nullable): an activation token
 *
 * A key of the desktop ran the command; captures, unless the hotkey told of it already.
 */
void bc_application_press_hotkey     (BcApplication *self,
                                      const char    *token);

void bc_application_show_preferences (BcApplication *self,
                                      const char    *token);

/**
 * bc_application_close_preferences:
 *
 * Takes Preferences away, which would stand before the main window. Nothing is lost by it.
 */
void bc_application_close_preferences (BcApplication *self);

void bc_application_pause            (BcApplication *self,
                                      gint64         until_us);

/**
 * bc_application_raise_place:
 *
 * Raises the window that was active when @crumb was left.
 *
 * Returns: whether it was there, on a desktop where that can be done
 */
gboolean bc_application_raise_place (BcApplication *self,
                                     BcCrumb       *crumb);

BcStore *bc_application_get_store (BcApplication *self);
BcClock *bc_application_get_clock (BcApplication *self);

/**
 * bc_application_get_open:
 *
 * Returns: (transfer none): the open crumbs
 */
BcOpenCrumbs *bc_application_get_open (BcApplication *self);
