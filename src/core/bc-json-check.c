/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-json-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_DEPTH 16

/* Each takes some hundred bytes once it is parsed. */
#define MAX_VALUES 100000

/* Returns: behind the string that begins at @text, %NULL if it does not end or has a NUL in it. */
static const char *
skip_string (const char *text)
{
  const char *at = text + 1;

  while (*at != '\0' && *at != '"')
    {
      if (g_str_has_prefix (at, "\\u0000"))
        return NULL;
      if (*at == '\\' && at[1] != '\0')
        at++;
      at++;
    }

  return *at == '"' ? at + 1 : NULL;
}

static gboolean
is_plain (char c)
{
  return g_ascii_isalnum (c) || strchr (" \t\r\n:+-.", c) != NULL;
}

typedef struct {
  int depth;
  guint values;
} Shape;

static gboolean
follow (Shape *shape,
        char   c)
{
  if (c == '[' || c == '{')
    shape->depth++;
  else if (c == ']' || c == '}')
    shape->depth--;
  else if (c != ',' && !is_plain (c))
    return FALSE;

  if (c == ',' || c == '[' || c == '{')
    shape->values++;

  return shape->depth >= 0;
}

const char *
bc_json_check (const char *text)
{
  Shape shape = { 0 };
  const char *at = text;

  while (*at != '\0')
    {
      if (*at == '"')
        {
          at = skip_string (at);
          if (at == NULL)
            return _("A text in it does not end, or has a NUL in it.");
          continue;
        }
      if (!follow (&shape, *at++))
        return _("It is not JSON.");
      if (shape.depth > MAX_DEPTH || shape.values > MAX_VALUES)
        return _("It has too many parts.");
    }

  return shape.depth == 0 ? NULL : _("It is not JSON.");
}
