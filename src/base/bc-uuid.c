/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-uuid.h"

#include <string.h>
#include <sys/random.h>

static void
fill_random (guint8 *bytes,
             gsize   length)
{
  /* Up to 256 bytes are always given whole once the pool is ready: getrandom(2). */
  if (getrandom (bytes, length, 0) == (gssize) length)
    return;

  for (gsize i = 0; i < length; i++)
    bytes[i] = (guint8) g_random_int_range (0, 256);
}

void
bc_uuid_init_v7 (BcUuid *uuid,
                 gint64  now_us)
{
  guint64 ms = (guint64) (now_us / 1000);
  guint fraction = (guint) ((now_us % 1000) * 4096 / 1000);

  fill_random (uuid->bytes + 8, 8);
  for (int i = 0; i < 6; i++)
    uuid->bytes[i] = (guint8) (ms >> (40 - 8 * i));
  uuid->bytes[6] = (guint8) (0x70 | (fraction >> 8));
  uuid->bytes[7] = (guint8) fraction;
  uuid->bytes[8] = (guint8) (0x80 | (uuid->bytes[8] & 0x3f));
}

char *
bc_uuid_to_string (const BcUuid *uuid)
{
  const guint8 *b = uuid->bytes;

  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
                          b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7],
                          b[8], b[9], b[10], b[11], b[12], b[13], b[14], b[15]);
}

static gboolean
is_dash_position (gsize position)
{
  return position == 8 || position == 13 || position == 18 || position == 23;
}

gboolean
bc_uuid_parse (const char *text,
               BcUuid     *uuid)
{
  BcUuid parsed;
  gsize nibble = 0;

  if (strlen (text) != BC_UUID_STRING_LENGTH)
    return FALSE;

  for (gsize i = 0; i < BC_UUID_STRING_LENGTH; i++)
    {
      int digit = g_ascii_xdigit_value (text[i]);

      if (is_dash_position (i) ? text[i] != '-' : digit < 0)
        return FALSE;
      if (is_dash_position (i))
        continue;

      if (nibble % 2 == 0)
        parsed.bytes[nibble / 2] = (guint8) (digit << 4);
      else
        parsed.bytes[nibble / 2] |= (guint8) digit;
      nibble++;
    }

  *uuid = parsed;

  return TRUE;
}
