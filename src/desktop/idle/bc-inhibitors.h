/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BC_TYPE_INHIBITORS (bc_inhibitors_get_type ())
G_DECLARE_FINAL_TYPE (BcInhibitors, bc_inhibitors, BC, INHIBITORS, GObject)

/**
 * BcInhibitors:
 *
 * Asks whether a program keeps the session from becoming idle, as a video player
 * does: org.gnome.SessionManager (GNOME, MATE, Cinnamon),
 * org.freedesktop.PowerManagement (Xfce; KDE by its own PolicyAgent, which tells a film
 * from a download) and logind. Main thread only.
 */

/**
 * bc_inhibitors_new:
 * @session: (nullable): the session bus
 * @system: (nullable): the system bus
 *
 * Returns: (transfer full): nothing has been asked yet
 */
BcInhibitors *bc_inhibitors_new (GDBusConnection *session,
                                 GDBusConnection *system);

/**
 * bc_inhibitors_check_async:
 *
 * Asks all of them, starting none; one that does not answer within two seconds
 * counts as no. Never calls back before it returns.
 */
void bc_inhibitors_check_async (BcInhibitors        *self,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data);

/**
 * bc_inhibitors_check_finish:
 * @inhibited: (out): whether any of them said yes
 * @error: return location for %G_IO_ERROR_CANCELLED, the only one
 */
gboolean bc_inhibitors_check_finish (BcInhibitors  *self,
                                     GAsyncResult  *result,
                                     gboolean      *inhibited,
                                     GError       **error);

G_END_DECLS
