/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BC_ACTIVATION_TOKEN_MAX:
 *
 * Bytes a token may have. What compositors and launchers give has some forty to a hundred.
 */
#define BC_ACTIVATION_TOKEN_MAX 1024

/**
 * bc_activation_token_is_valid:
 * @token: (nullable): an activation token (xdg-activation) or startup id (Startup
 *   Notification) from anywhere, of any bytes
 *
 * Returns: whether it may be handed on: not empty, not too long, UTF-8 without control
 *   characters
 */
gboolean bc_activation_token_is_valid (const char *token);

/**
 * bc_activation_token_take_from_environment:
 *
 * Takes the token this process was started with out of its environment, so that no child
 * inherits it. To be called while there is one thread.
 *
 * Returns: (transfer full) (nullable): the token, if there is a valid one
 */
char *bc_activation_token_take_from_environment (void);

/**
 * bc_activation_token_get:
 * @platform_data: an `a{sv}`, such as a method of org.freedesktop.Application has
 *
 * Returns: (transfer full) (nullable): the token in it, if there is a valid one
 */
char *bc_activation_token_get (GVariant *platform_data);

/**
 * bc_activation_token_add:
 * @builder: an open `a{sv}`
 * @token: (nullable): a token
 *
 * Adds @token, if it is valid, under the keys that callees of all ages look for.
 */
void bc_activation_token_add (GVariantBuilder *builder,
                              const char      *token);

/**
 * bc_activation_token_pack:
 * @token: (nullable): a token
 *
 * Returns: (transfer floating): an `a{sv}` as platform data, with nothing but the token,
 *   if it is valid
 */
GVariant *bc_activation_token_pack (const char *token);

/**
 * bc_activation_token_clean:
 * @platform_data: an `a{sv}`
 *
 * Returns: (transfer full): @platform_data without tokens that are not valid
 */
GVariant *bc_activation_token_clean (GVariant *platform_data);

G_END_DECLS
