/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hotkey/bc-accelerator.h"

G_BEGIN_DECLS

/**
 * bc_portal_trigger_from_accelerator:
 * @accelerator: a key combination
 *
 * Writes it in the form of the shortcuts specification of freedesktop.org, such
 * as "SHIFT+LOGO+b". Modifiers that form has no word for make it empty.
 *
 * Returns: (transfer full): the trigger to prefer
 */
char *bc_portal_trigger_from_accelerator (const BcAccelerator *accelerator);

G_END_DECLS
