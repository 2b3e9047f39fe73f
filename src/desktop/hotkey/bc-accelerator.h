/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BcModifiers:
 *
 * Modifiers by what they mean; which of Mod1 to Mod5 is Super, Alt, Meta or Hyper
 * is the keyboard's business.
 */
typedef enum {
  BC_MODIFIER_NONE = 0,
  BC_MODIFIER_SHIFT = 1 << 0,
  BC_MODIFIER_CONTROL = 1 << 1,
  BC_MODIFIER_ALT = 1 << 2,
  BC_MODIFIER_SUPER = 1 << 3,
  BC_MODIFIER_META = 1 << 4,
  BC_MODIFIER_HYPER = 1 << 5,
  BC_MODIFIER_MOD1 = 1 << 6,
  BC_MODIFIER_MOD2 = 1 << 7,
  BC_MODIFIER_MOD3 = 1 << 8,
  BC_MODIFIER_MOD4 = 1 << 9,
  BC_MODIFIER_MOD5 = 1 << 10,
} BcModifiers;

/**
 * BcAccelerator:
 * @modifiers: the modifiers
 * @keysym: an X keysym, a letter in lower case
 *
 * A key combination.
 */
typedef struct {
  BcModifiers modifiers;
  guint32 keysym;
} BcAccelerator;

/**
 * bc_accelerator_parse:
 * @text: in the form of gtk_accelerator_parse(), such as "<Super><Shift>b":
 *   modifiers in any case, then a key's name as in xkb_keysym_from_name()
 * @accelerator: (out caller-allocates): the combination
 * @error: return location for %BC_SERVICE_ERROR_INVALID with a translated sentence
 *
 * A key that is used for writing or moving about needs a modifier other than
 * Shift: it would be lost to all other programs. Function keys, media keys, Pause, Print and
 * their like stand alone. Pure; any thread.
 *
 * Returns: whether @text makes sense
 */
gboolean bc_accelerator_parse (const char     *text,
                               BcAccelerator  *accelerator,
                               GError        **error);

/**
 * bc_accelerator_describe:
 *
 * Pure; any thread.
 *
 * Returns: (transfer full): the combination as a person writes it, such as
 *   "Shift+Super+B"
 */
char *bc_accelerator_describe (const BcAccelerator *accelerator);

G_END_DECLS
