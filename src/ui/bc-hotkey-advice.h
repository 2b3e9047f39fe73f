/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BcHotkeyAdvice:
 * @text: a translated sentence or two: where to go on this desktop
 * @line: (nullable): what is to be pasted there; %NULL where nothing is
 *
 * What to do about a hotkey that does not arrive.
 */
typedef struct {
  char *text;
  char *line;
} BcHotkeyAdvice;

/**
 * bc_hotkey_advice_new:
 * @desktop: (nullable): the value of `XDG_CURRENT_DESKTOP`
 * @route: (nullable): the backend that serves, as in the status "hotkey"
 * @accelerator: the key, a GTK accelerator; the default one is written where it is malformed
 * @command: what bc_capture_command() gave
 *
 * A pure function.
 *
 * Returns: (transfer full): the advice
 */
BcHotkeyAdvice *bc_hotkey_advice_new (const char *desktop,
                                      const char *route,
                                      const char *accelerator,
                                      const char *command);

void bc_hotkey_advice_free (BcHotkeyAdvice *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcHotkeyAdvice, bc_hotkey_advice_free)

/**
 * bc_hotkey_route_name:
 * @route: (nullable): a backend of the status "hotkey"
 *
 * Returns: (nullable): the way the key takes, in translated words
 */
const char *bc_hotkey_route_name (const char *route);

G_END_DECLS
