/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * BC_SERVICE_ERROR:
 *
 * Why a desktop service, or one of its backends, does not serve.
 */
#define BC_SERVICE_ERROR (bc_service_error_quark ())
GQuark bc_service_error_quark (void);

/**
 * BcServiceError:
 * @BC_SERVICE_ERROR_UNAVAILABLE: this desktop does not offer it
 * @BC_SERVICE_ERROR_NOT_YET: not now, but its provider may still appear
 * @BC_SERVICE_ERROR_TAKEN: another program has it
 * @BC_SERVICE_ERROR_DENIED: the user or the desktop said no
 * @BC_SERVICE_ERROR_INVALID: what was asked for makes no sense
 * @BC_SERVICE_ERROR_FAILED: anything else
 */
typedef enum {
  BC_SERVICE_ERROR_UNAVAILABLE,
  BC_SERVICE_ERROR_NOT_YET,
  BC_SERVICE_ERROR_TAKEN,
  BC_SERVICE_ERROR_DENIED,
  BC_SERVICE_ERROR_INVALID,
  BC_SERVICE_ERROR_FAILED,
} BcServiceError;

/**
 * BcServiceState:
 * @BC_SERVICE_STATE_OFF: not asked for, or switched off
 * @BC_SERVICE_STATE_WAITING: no backend serves yet, one may still appear
 * @BC_SERVICE_STATE_ACTIVE: a backend serves
 * @BC_SERVICE_STATE_UNAVAILABLE: no backend serves here
 */
typedef enum {
  BC_SERVICE_STATE_OFF,
  BC_SERVICE_STATE_WAITING,
  BC_SERVICE_STATE_ACTIVE,
  BC_SERVICE_STATE_UNAVAILABLE,
} BcServiceState;

#define BC_TYPE_SERVICE_STATUS (bc_service_status_get_type ())
G_DECLARE_FINAL_TYPE (BcServiceStatus, bc_service_status, BC, SERVICE_STATUS, GObject)

/**
 * BcServiceStatus:
 *
 * What one desktop service (hotkey, idle, tray ...) is doing: the backend that
 * serves, why the better ones do not, and the last thing received from it. The
 * service writes it; windows and `breadcrumbs status` read it. It never holds a
 * crumb's text. Main thread only.
 *
 * Properties, all notified: `state`, `backend`, `reason`, `refusals` (notified
 * when a refusal is set or cleared), `event-count`, `last-event`,
 * `last-event-us`.
 */

/**
 * bc_service_status_new:
 * @id: the service in lower case, as in bc_backends_order()
 *
 * Returns: (transfer full): a status in state %BC_SERVICE_STATE_OFF
 */
BcServiceStatus *bc_service_status_new (const char *id);

const char *bc_service_status_get_id (BcServiceStatus *self);

/**
 * bc_service_status_set:
 * @state: the new state
 * @backend: (nullable): the backend that serves (when active), or is waited for
 * @reason: (nullable): one translated sentence for the user: what holds it up, or
 *   what it does here
 */
void bc_service_status_set (BcServiceStatus *self,
                            BcServiceState   state,
                            const char      *backend,
                            const char      *reason);

BcServiceState bc_service_status_get_state (BcServiceStatus *self);

/**
 * bc_service_status_get_backend:
 *
 * Returns: (nullable): the backend's name
 */
const char *bc_service_status_get_backend (BcServiceStatus *self);

/**
 * bc_service_status_get_reason:
 *
 * Returns: (nullable): a translated sentence
 */
const char *bc_service_status_get_reason (BcServiceStatus *self);

/**
 * bc_service_status_set_refusal:
 * @backend: a backend's name
 * @reason: (nullable): a translated sentence why it does not serve; %NULL takes
 *   the refusal back
 */
void bc_service_status_set_refusal (BcServiceStatus *self,
                                    const char      *backend,
                                    const char      *reason);

/**
 * bc_service_status_get_refused:
 *
 * Returns: (transfer full) (array zero-terminated=1): the backends that do not
 *   serve, in the order they were refused
 */
char **bc_service_status_get_refused (BcServiceStatus *self);

/**
 * bc_service_status_get_refusal:
 *
 * Returns: (nullable): why @backend does not serve
 */
const char *bc_service_status_get_refusal (BcServiceStatus *self,
                                           const char      *backend);

/**
 * bc_service_status_note_event:
 * @event: what was received, in a word or two such as "activated"
 * @now_us: wall time, microseconds since 1970 UTC
 *
 * Counts an event that was really received, the proof that the route works.
 */
void bc_service_status_note_event (BcServiceStatus *self,
                                   const char      *event,
                                   gint64           now_us);

guint bc_service_status_get_event_count (BcServiceStatus *self);

/**
 * bc_service_status_get_last_event:
 *
 * Returns: (nullable): the last event, %NULL before the first
 */
const char *bc_service_status_get_last_event    (BcServiceStatus *self);
gint64      bc_service_status_get_last_event_us (BcServiceStatus *self);

/**
 * bc_service_status_to_variant:
 *
 * Returns: (transfer floating): the whole status as `a{sv}`: `id` s, `state` s
 *   ("off", "waiting", "active", "unavailable"), `backend` s, `reason` s,
 *   `refused` a(ss) of backend and reason, `events` u, `last-event` s,
 *   `last-event-us` x; what is %NULL is an empty string
 */
GVariant *bc_service_status_to_variant (BcServiceStatus *self);

G_END_DECLS
