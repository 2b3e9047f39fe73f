/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * bc_portal_request_async:
 * @connection: a connection to the session bus
 * @owner: the unique name of the portals' owner
 * @interface: a portal's interface
 * @method: a method of it that answers by a Request
 * @arguments: (array zero-terminated=1) (element-type GVariant): all arguments
 *   but the last, which is the options; floating ones are taken
 * @options: a dictionary of the options; `handle_token` is added
 * @timeout_ms: how long the answer may take, milliseconds; -1 for as long as a
 *   person thinks
 * @cancellable: (nullable): closes the request, and with it its dialog
 *
 * Calls a portal and waits for its Response, which may come before the call returns. The
 * results alone count: portals are known to give a wrong answer with good ones. Main thread
 * only.
 */
void bc_portal_request_async (GDBusConnection     *connection,
                              const char          *owner,
                              const char          *interface,
                              const char          *method,
                              GVariant * const    *arguments,
                              GVariantDict        *options,
                              int                  timeout_ms,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data);

/**
 * bc_portal_request_finish:
 * @error: return location for the error of the call, %G_IO_ERROR_TIMED_OUT, or
 *   %G_IO_ERROR_INVALID_DATA for an answer that makes no sense
 *
 * Returns: (transfer full) (nullable): the results, an `a{sv}`
 */
GVariant *bc_portal_request_finish (GAsyncResult  *result,
                                    GError       **error);

G_END_DECLS
