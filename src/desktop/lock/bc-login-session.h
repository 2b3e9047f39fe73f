/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BC_TYPE_LOGIN_SESSION (bc_login_session_get_type ())
G_DECLARE_FINAL_TYPE (BcLoginSession, bc_login_session, BC, LOGIN_SESSION, GObject)

/**
 * BcLoginSession:
 *
 * logind's LockedHint of the session we run in; run as a user service we are in none, and
 * that of the user's display is taken. A session that comes later is found, and a restart of
 * logind does not unlock: what it last said holds for a few seconds. Main thread only.
 *
 * Signal `changed`: one of the getters gives something new.
 */

/**
 * bc_login_session_new:
 * @bus: the system bus
 *
 * Returns: (transfer full): a watch, already started
 */
BcLoginSession *bc_login_session_new (GDBusConnection *bus);

/**
 * bc_login_session_is_present:
 *
 * Returns: whether logind has told of our session
 */
gboolean bc_login_session_is_present (BcLoginSession *self);

gboolean bc_login_session_is_locked (BcLoginSession *self);

/**
 * bc_login_session_is_proven:
 *
 * Returns: whether the hint was ever set: many lockers leave it alone
 */
gboolean bc_login_session_is_proven (BcLoginSession *self);

/**
 * bc_login_session_check:
 *
 * Reads the hint again.
 */
void bc_login_session_check (BcLoginSession *self);

G_END_DECLS
