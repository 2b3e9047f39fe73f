/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "bc-service-status.h"

G_BEGIN_DECLS

#define BC_TYPE_SERVICE_ROW (bc_service_row_get_type ())
G_DECLARE_FINAL_TYPE (BcServiceRow, bc_service_row, BC, SERVICE_ROW, AdwExpanderRow)

/**
 * BcServiceRow:
 *
 * What a desktop service does: its state and the backend that serves; unfolded,
 * why, what was last received, and why the other backends do not serve.
 */
GtkWidget *bc_service_row_new (BcServiceStatus *status);

G_END_DECLS
