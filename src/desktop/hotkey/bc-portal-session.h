/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "bc-clock.h"

G_BEGIN_DECLS

#define BC_TYPE_PORTAL_SESSION (bc_portal_session_get_type ())
G_DECLARE_FINAL_TYPE (BcPortalSession, bc_portal_session, BC, PORTAL_SESSION, GObject)

/**
 * BcPortalSession:
 *
 * One session of the GlobalShortcuts portal with the one shortcut "capture". It can be
 * bound once; a portal that restarts, or another key, needs a new one. Main thread only.
 */

/**
 * BcPortalSession::pressed:
 * @token: (nullable): an activation token
 *
 * Repeated while the key is held, on most desktops.
 */

/**
 * BcPortalSession::released:
 *
 * The key was let go.
 */

/**
 * BcPortalSession::changed:
 *
 * The desktop has another word for the key now.
 */

/**
 * BcPortalSession::closed:
 *
 * The portal ended it.
 */

/**
 * bc_portal_session_new:
 * @connection: what bc_portal_bus_connect_finish() gave
 * @owner: the unique name of the portals' owner
 * @trigger: the key to prefer, see bc_portal_trigger_from_accelerator(); may be empty
 * @may_ask: whether the desktop may put a question to the user; what she allowed before needs none
 * @clock: tells a person's answer from a desktop's own
 *
 * Returns: (transfer full): a session that is still to be bound
 */
BcPortalSession *bc_portal_session_new (GDBusConnection *connection,
                                        const char      *owner,
                                        const char      *trigger,
                                        gboolean         may_ask,
                                        BcClock         *clock);

/**
 * bc_portal_session_bind_async:
 * @app_id: the application's id
 * @cancellable: (nullable): closes what dialog there is
 *
 * Takes as long as a person needs to answer the desktop's question.
 */
void bc_portal_session_bind_async (BcPortalSession     *self,
                                   const char          *app_id,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);

/**
 * bc_portal_session_bind_finish:
 * @error: return location for a #BcServiceError with a translated sentence:
 *   unavailable, denied, or failed; or %G_IO_ERROR_CANCELLED
 */
gboolean bc_portal_session_bind_finish (BcPortalSession  *self,
                                        GAsyncResult     *result,
                                        GError          **error);

/**
 * bc_portal_session_get_trigger:
 *
 * Returns: the desktop's word for the key, for people only; empty where it has none
 */
const char *bc_portal_session_get_trigger (BcPortalSession *self);

/**
 * bc_portal_session_was_declined:
 *
 * Returns: whether it was a person who did not allow the key, as far as can be told; to
 *   put the same question to her at each login would be rude
 */
gboolean bc_portal_session_was_declined (BcPortalSession *self);

/**
 * bc_portal_session_can_configure:
 *
 * Returns: whether bc_portal_session_configure() does something
 */
gboolean bc_portal_session_can_configure (BcPortalSession *self);

/**
 * bc_portal_session_configure:
 * @token: (nullable): an activation token for the window that opens
 *
 * Opens the desktop's settings where the key can be changed.
 */
void bc_portal_session_configure (BcPortalSession *self,
                                  const char      *token);

/**
 * bc_portal_session_close_async:
 * @callback: (nullable): called when the portal has forgotten it, and another
 *   session can take its name
 *
 * Ends it; nothing is heard of it afterwards. Cannot fail.
 */
void bc_portal_session_close_async (BcPortalSession     *self,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);

G_END_DECLS
