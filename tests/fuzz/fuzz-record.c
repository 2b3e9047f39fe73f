/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-record.h"

#include <string.h>

#include "fuzz-target.h"

static void
check_crumb (const BcRecord *record)
{
  g_assert_cmpuint (record->events->len, >, 0);
  g_assert_cmpint (record->created_us, >=, 0);
  for (guint i = 0; i < record->events->len; i++)
    {
      const BcEvent *event = &g_array_index (record->events, BcEvent, i);

      g_assert_cmpint (g_str_equal (event->type, "created"), ==, i == 0);
      g_assert_true (event->value == NULL || bc_line_validate (event->value, -1, NULL));
      g_assert_true (i > 0 || event->value != NULL);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_malloc (size + 1);
  g_autoptr (BcRecord) record = NULL;

  if (size > 0)
    memcpy (text, data, size);
  text[size] = '\0';

  record = bc_record_parse (text, size, &error);
  g_assert_true ((record == NULL) == (error != NULL));
  if (record != NULL && !record->is_away)
    check_crumb (record);

  return 0;
}
