/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BC_TYPE_STATUS_EXPORT (bc_status_export_get_type ())
G_DECLARE_FINAL_TYPE (BcStatusExport, bc_status_export, BC, STATUS_EXPORT, GObject)

/**
 * BcStatusExport:
 *
 * Serves org.example.Breadcrumbs.Status, what `breadcrumbs status` asks for: what the
 * services do, and never a crumb's text.
 */

/**
 * bc_status_export_new:
 * @services: (element-type BcServiceStatus): the services
 * @program: `a{sv}`, such as bc_program_facts() gives
 * @bus: the session bus
 * @path: where to serve
 * @error: return location for a #GIOErrorEnum
 *
 * Returns: (transfer full): the object, served for as long as it lives
 */
BcStatusExport *bc_status_export_new (GListModel       *services,
                                      GVariant         *program,
                                      GDBusConnection  *bus,
                                      const char       *path,
                                      GError          **error);

G_END_DECLS
