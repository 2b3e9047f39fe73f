/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "bc-service-status.h"

G_BEGIN_DECLS

/**
 * BC_BACKGROUND_MAX_CHARS:
 *
 * How many characters a message may have (org.freedesktop.portal.Background).
 */
#define BC_BACKGROUND_MAX_CHARS 96

#define BC_TYPE_BACKGROUND (bc_background_get_type ())
G_DECLARE_FINAL_TYPE (BcBackground, bc_background, BC, BACKGROUND, GObject)

/**
 * BcBackground:
 *
 * What the desktop says of the program in its list of those that run without a
 * window: `org.freedesktop.portal.Background.SetStatus`. Most portals take it from
 * programs in a sandbox only; one that refuses is not asked again. Never starts a
 * portal. Main thread only.
 */

/**
 * bc_background_new:
 * @app_id: the application id
 *
 * Returns: (transfer full): one that says nothing, and speaks with nobody
 */
BcBackground *bc_background_new (const char *app_id);

/**
 * bc_background_set_message:
 * @message: (nullable): a few translated words without any text of the user's, which
 *   anybody who looks at the screen may read; %NULL takes them back
 *
 * Says @message now and whenever another portal appears; what is too long is cut.
 */
void bc_background_set_message (BcBackground *self,
                                const char   *message);

/**
 * bc_background_get_status:
 *
 * Returns: (transfer none): the status with id "background"; off without a message
 */
BcServiceStatus *bc_background_get_status (BcBackground *self);

G_END_DECLS
