/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-token.h"

#include <string.h>

#define MAX_BYTES 1024

gboolean
bc_token_is_valid (const char *token)
{
  gsize length = token != NULL ? strlen (token) : 0;

  if (length == 0 || length > MAX_BYTES)
    return FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isgraph (token[i]))
        return FALSE;
    }

  return TRUE;
}
