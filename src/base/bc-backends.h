/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bc_backends_order:
 * @service: a service in lower case: "hotkey", "idle", "lock", "sleep",
 *   "tray", "notifier", "focus" or "background"
 * @defaults: (array zero-terminated=1): backend names, best first
 *
 * The backends to try for @service, best first: @defaults, unless the
 * environment variable `BREADCRUMBS_<SERVICE>` (such as `BREADCRUMBS_IDLE`)
 * names others, separated by commas. Names unknown to @defaults are passed
 * over; `none` gives an empty list.
 *
 * Returns: (transfer full) (array zero-terminated=1): the names to try
 */
char **bc_backends_order (const char         *service,
                          const char * const *defaults);

/**
 * bc_backends_allows:
 * @service: as for bc_backends_order()
 * @backend: a backend's name
 *
 * Returns: whether the environment lets @backend be used for @service
 */
gboolean bc_backends_allows (const char *service,
                             const char *backend);

G_END_DECLS
