/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "bc-service-status.h"

G_BEGIN_DECLS

#define BC_TYPE_BACKEND (bc_backend_get_type ())
G_DECLARE_INTERFACE (BcBackend, bc_backend, BC, BACKEND, GObject)

/**
 * BcBackend:
 *
 * One way to have a desktop service. What the service is asked for (a key, a
 * threshold) is set by the interface of that service's backends, before starting.
 * Main thread only.
 *
 * Starting ends in one of three ways: it serves; it does not
 * (%BC_SERVICE_ERROR_UNAVAILABLE and the like); or not yet
 * (%BC_SERVICE_ERROR_NOT_YET), and #BcBackend::available will come.
 */

/**
 * BcBackend::lost:
 * @error: a #BcServiceError with a translated sentence
 *
 * It served and does so no more.
 */

/**
 * BcBackend::changed:
 *
 * It serves, and what bc_backend_get_detail() gives has changed.
 */

/**
 * BcBackend::available:
 *
 * It does not serve, but may be worth another try now.
 */
struct _BcBackendInterface {
  GTypeInterface parent_iface;

  const char *(*get_name)     (BcBackend            *self);
  const char *(*get_detail)   (BcBackend            *self);
  void        (*start_async)  (BcBackend            *self,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data);
  gboolean    (*start_finish) (BcBackend            *self,
                               GAsyncResult         *result,
                               GError              **error);
  void        (*stop)         (BcBackend            *self);
};

/**
 * bc_backend_get_name:
 *
 * Returns: its name, as in bc_backends_order()
 */
const char *bc_backend_get_name (BcBackend *self);

/**
 * bc_backend_get_detail:
 *
 * Returns: (nullable): a translated sentence for the user about what it does here,
 *   of use while it serves; most have nothing to say
 */
const char *bc_backend_get_detail (BcBackend *self);

/**
 * bc_backend_start_async:
 * @cancellable: (nullable): once cancelled, nothing is left started
 */
void bc_backend_start_async (BcBackend           *self,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data);

/**
 * bc_backend_start_finish:
 * @error: return location for a #BcServiceError with a translated sentence, or
 *   %G_IO_ERROR_CANCELLED
 */
gboolean bc_backend_start_finish (BcBackend     *self,
                                  GAsyncResult  *result,
                                  GError       **error);

/**
 * bc_backend_stop:
 *
 * Also takes back the wish to hear ::available. Harmless when it does not serve.
 */
void bc_backend_stop (BcBackend *self);

/**
 * bc_backend_start_now:
 * @start: starts, and says how it went
 *
 * Implements #BcBackendInterface.start_async for a backend that knows the answer
 * at once; bc_backend_start_now_finish() goes with it.
 */
void bc_backend_start_now (BcBackend            *self,
                           gboolean            (*start) (BcBackend *self, GError **error),
                           GCancellable         *cancellable,
                           GAsyncReadyCallback   callback,
                           gpointer              user_data);

gboolean bc_backend_start_now_finish (BcBackend     *self,
                                      GAsyncResult  *result,
                                      GError       **error);

/**
 * bc_backend_emit_lost:
 * @error: (transfer full): why
 */
void bc_backend_emit_lost (BcBackend *self,
                           GError    *error);

void bc_backend_emit_available (BcBackend *self);

void bc_backend_emit_changed (BcBackend *self);

G_END_DECLS
