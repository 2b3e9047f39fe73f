/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "notifier/bc-notifier.h"

G_BEGIN_DECLS

#define BC_TYPE_NOTIFIER_BACKEND (bc_notifier_backend_get_type ())
G_DECLARE_INTERFACE (BcNotifierBackend, bc_notifier_backend, BC, NOTIFIER_BACKEND, GObject)

/**
 * BcNotifierBackend:
 *
 * One way to show notifications. Main thread only; nothing of it blocks.
 */

/**
 * BcNotifierBackend::shown:
 * @id: as in #BcNotifier::shown
 */

/**
 * BcNotifierBackend::action:
 * @id: as in #BcNotifier::action
 * @action: likewise
 * @token: (nullable): likewise
 */

/**
 * BcNotifierBackend::closed:
 * @id: as in #BcNotifier::closed
 * @dismissed: likewise
 */
struct _BcNotifierBackendInterface {
  GTypeInterface parent_iface;

  void  (*show)          (BcNotifierBackend    *self,
                          const char           *id,
                          const BcNotification *notification);
  void  (*withdraw)      (BcNotifierBackend    *self,
                          const char           *id);
  guint (*get_server_id) (BcNotifierBackend    *self,
                          const char           *id);
};

/**
 * BcNotifierBackendNew:
 * @bus: the session bus
 * @app_id: the application id
 * @clock: where waiting is measured
 * @status: where it tells how this goes
 *
 * A backend's constructor.
 *
 * Returns: (transfer full): a backend
 */
typedef BcNotifierBackend *(*BcNotifierBackendNew) (GDBusConnection *bus,
                                                    const char      *app_id,
                                                    BcClock         *clock,
                                                    BcServiceStatus *status);

/**
 * bc_notifier_libnotify_new:
 *
 * The backend "libnotify", for programs outside of a sandbox. libnotify uses the
 * process's shared session bus, whatever @bus is.
 *
 * Returns: (transfer full): a backend
 */
BcNotifierBackend *bc_notifier_libnotify_new (GDBusConnection *bus,
                                              const char      *app_id,
                                              BcClock         *clock,
                                              BcServiceStatus *status);

/**
 * bc_notifier_backend_show:
 * @notification: copied
 */
void bc_notifier_backend_show (BcNotifierBackend    *self,
                               const char           *id,
                               const BcNotification *notification);

void bc_notifier_backend_withdraw (BcNotifierBackend *self,
                                   const char        *id);

guint bc_notifier_backend_get_server_id (BcNotifierBackend *self,
                                         const char        *id);

void bc_notifier_backend_emit_shown (BcNotifierBackend *self,
                                     const char        *id);

void bc_notifier_backend_emit_action (BcNotifierBackend *self,
                                      const char        *id,
                                      const char        *action,
                                      const char        *token);

void bc_notifier_backend_emit_closed (BcNotifierBackend *self,
                                      const char        *id,
                                      gboolean           dismissed);

G_END_DECLS
