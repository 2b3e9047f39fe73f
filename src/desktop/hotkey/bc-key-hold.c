/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hotkey/bc-key-hold.h"

gboolean
bc_key_hold_press (BcKeyHold *self,
                   gint64     now_us,
                   gint64     pause_us)
{
  gboolean repeated = self->held && now_us - self->pressed_us <= pause_us;

  self->held = TRUE;
  self->pressed_us = now_us;

  return !repeated;
}

void
bc_key_hold_release (BcKeyHold *self)
{
  self->held = FALSE;
}
