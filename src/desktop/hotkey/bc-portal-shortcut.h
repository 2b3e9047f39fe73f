/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "bc-clock.h"

G_BEGIN_DECLS

#define BC_TYPE_PORTAL_SHORTCUT (bc_portal_shortcut_get_type ())
G_DECLARE_FINAL_TYPE (BcPortalShortcut, bc_portal_shortcut, BC, PORTAL_SHORTCUT, GObject)

/**
 * BcPortalShortcut:
 *
 * The global shortcut, had from whoever offers portals, one #BcPortalSession after another:
 * looked for, bound, and after a failure that may pass tried again, with ever longer pauses.
 * Main thread only.
 */

/**
 * BcPortalShortcut::settled:
 *
 * It is bound now, or is not (any more): bc_portal_shortcut_get_error() tells why.
 */

/**
 * BcPortalShortcut::declined:
 *
 * The user was asked, and said no. ::settled follows.
 */

/**
 * BcPortalShortcut::pressed:
 * @token: (nullable): an activation token, to be used at once
 */

/**
 * BcPortalShortcut::released:
 *
 * The key is up again, where the desktop tells it.
 */

/**
 * BcPortalShortcut::changed:
 *
 * It is bound, and bc_portal_shortcut_get_trigger() may give another answer.
 */

/**
 * BcPortalShortcutState:
 * @BC_PORTAL_SHORTCUT_OFF: not started
 * @BC_PORTAL_SHORTCUT_LOOKING: nobody is known to offer portals yet
 * @BC_PORTAL_SHORTCUT_BINDING: asked for; the portal may be asking the user
 * @BC_PORTAL_SHORTCUT_BOUND: the key works
 * @BC_PORTAL_SHORTCUT_BROKEN: it could not be had, or was lost; tried again when portals appear
 * @BC_PORTAL_SHORTCUT_DENIED: the desktop did not allow it
 */
typedef enum {
  BC_PORTAL_SHORTCUT_OFF,
  BC_PORTAL_SHORTCUT_LOOKING,
  BC_PORTAL_SHORTCUT_BINDING,
  BC_PORTAL_SHORTCUT_BOUND,
  BC_PORTAL_SHORTCUT_BROKEN,
  BC_PORTAL_SHORTCUT_DENIED,
} BcPortalShortcutState;

/**
 * bc_portal_shortcut_new:
 * @app_id: the application's id, of an installed desktop file
 * @clock: measures how long a session lasted, and how long an answer took
 *
 * Returns: (transfer full): a shortcut that has not been started
 */
BcPortalShortcut *bc_portal_shortcut_new (const char *app_id,
                                          BcClock    *clock);

/**
 * bc_portal_shortcut_set_preferred:
 * @trigger: the key asked for from now on, as in bc_portal_session_new()
 */
void bc_portal_shortcut_set_preferred (BcPortalShortcut *self,
                                       const char       *trigger);

/**
 * bc_portal_shortcut_set_may_ask:
 * @may_ask: whether the portal may ask the user from now on
 */
void bc_portal_shortcut_set_may_ask (BcPortalShortcut *self,
                                     gboolean          may_ask);

/**
 * bc_portal_shortcut_start:
 *
 * Looks for it; ::settled will come.
 */
void bc_portal_shortcut_start (BcPortalShortcut *self);

/**
 * bc_portal_shortcut_stop:
 *
 * Gives it back, and tells nothing any more.
 */
void bc_portal_shortcut_stop (BcPortalShortcut *self);

BcPortalShortcutState bc_portal_shortcut_get_state (BcPortalShortcut *self);

/**
 * bc_portal_shortcut_get_error:
 *
 * Returns: (nullable): a #BcServiceError with a translated sentence: why it is not bound;
 *   %NULL if it is
 */
const GError *bc_portal_shortcut_get_error (BcPortalShortcut *self);

/**
 * bc_portal_shortcut_get_trigger:
 *
 * Returns: the desktop's own word for the key; empty where it tells none, or nothing is bound
 */
const char *bc_portal_shortcut_get_trigger (BcPortalShortcut *self);

/**
 * bc_portal_shortcut_can_configure:
 *
 * Returns: whether bc_portal_shortcut_configure() does something
 */
gboolean bc_portal_shortcut_can_configure (BcPortalShortcut *self);

/**
 * bc_portal_shortcut_configure:
 * @token: (nullable): an activation token
 *
 * Opens the desktop's settings of it.
 */
void bc_portal_shortcut_configure (BcPortalShortcut *self,
                                   const char       *token);

G_END_DECLS
