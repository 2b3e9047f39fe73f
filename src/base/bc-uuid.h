/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BC_UUID_SIZE:
 *
 * Bytes in a UUID.
 */
#define BC_UUID_SIZE 16

/**
 * BC_UUID_STRING_LENGTH:
 *
 * Characters in a UUID's text form, without the closing NUL.
 */
#define BC_UUID_STRING_LENGTH 36

/**
 * BcUuid:
 *
 * A UUID in network byte order (RFC 9562, section 4).
 */
typedef struct {
  guint8 bytes[BC_UUID_SIZE];
} BcUuid;

/**
 * bc_uuid_init_v7:
 * @uuid: (out caller-allocates): the new UUID
 * @now_us: wall time, microseconds since 1970 UTC
 *
 * Makes a version 7 UUID (RFC 9562, section 5.7): 48 bits of milliseconds, then
 * 12 bits of the fraction of a millisecond (section 6.2, method 3), then random
 * bits from the kernel. UUIDs sort by the time they were made.
 *
 * May be called from any thread.
 */
void bc_uuid_init_v7 (BcUuid *uuid,
                      gint64  now_us);

/**
 * bc_uuid_to_string:
 *
 * Returns: (transfer full): the text form, in lower case
 */
char *bc_uuid_to_string (const BcUuid *uuid);

/**
 * bc_uuid_parse:
 * @text: 36 characters of hexadecimal digits and dashes, of any case
 * @uuid: (out caller-allocates): the UUID
 *
 * Returns: whether @text is a UUID; @uuid is not touched if it isn't
 */
gboolean bc_uuid_parse (const char *text,
                        BcUuid     *uuid);

G_END_DECLS
