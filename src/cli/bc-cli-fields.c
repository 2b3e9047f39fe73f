/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-cli-fields.h"

#include "bc-cli-text.h"

#define LEFT 14
#define WIDTH 80

static void
pad (GString *out,
     int      width)
{
  g_string_append_printf (out, "%*s", MAX (0, width), "");
}

static void
append_wrapped (GString    *out,
                const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  int at = LEFT;

  for (guint i = 0; words[i] != NULL; i++)
    {
      int width = bc_cli_text_get_width (words[i]);

      if (i > 0 && at + 1 + width > WIDTH)
        {
          g_string_append_c (out, '\n');
          pad (out, LEFT);
          at = LEFT;
        }
      g_string_append_printf (out, " %s", words[i]);
      at += 1 + width;
    }
}

void
bc_cli_fields_append (GString    *out,
                      const char *name,
                      const char *value)
{
  g_autofree char *left = bc_text_clean (name);
  g_autofree char *right = bc_text_clean (value);

  g_string_append (out, left);
  pad (out, LEFT - bc_cli_text_get_width (left));
  append_wrapped (out, right);
  g_string_append_c (out, '\n');
}

void
bc_cli_fields_append_printf (GString    *out,
                             const char *name,
                             const char *format,
                             ...)
{
  g_autofree char *value = NULL;
  va_list args;

  va_start (args, format);
  value = g_strdup_vprintf (format, args);
  va_end (args);
  bc_cli_fields_append (out, name, value);
}
