/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hotkey/bc-portal-trigger.h"

#include <xkbcommon/xkbcommon.h>

static const struct {
  BcModifiers modifier;
  const char *word;
} words[] = {
  { BC_MODIFIER_CONTROL, "CTRL" },
  { BC_MODIFIER_ALT | BC_MODIFIER_MOD1, "ALT" },
  { BC_MODIFIER_SHIFT, "SHIFT" },
  { BC_MODIFIER_MOD2, "NUM" },
  { BC_MODIFIER_SUPER | BC_MODIFIER_MOD4, "LOGO" },
};

char *
bc_portal_trigger_from_accelerator (const BcAccelerator *accelerator)
{
  BcModifiers left = accelerator->modifiers;
  GString *trigger = g_string_new (NULL);
  char key[64];

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if ((left & words[i].modifier) != 0)
        g_string_append_printf (trigger, "%s+", words[i].word);
      left &= (BcModifiers) ~words[i].modifier;
    }

  if (left == BC_MODIFIER_NONE && xkb_keysym_get_name (accelerator->keysym, key, sizeof key) > 0)
    g_string_append (trigger, key);
  else
    g_string_truncate (trigger, 0);

  return g_string_free (trigger, FALSE);
}
