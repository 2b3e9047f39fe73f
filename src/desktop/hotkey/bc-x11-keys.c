/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hotkey/bc-x11-keys.h"

#include <glib/gi18n-lib.h>
#include <xkbcommon/xkbcommon-x11.h>

#include "bc-service-status.h"

#define N_CORE_MODIFIERS 8
#define CORE_MODIFIERS 0xff

typedef struct {
  struct xkb_keymap *keymap;
  xcb_get_modifier_mapping_reply_t *modifiers;
} Keyboard;

static const struct {
  BcModifiers modifier;
  xkb_keysym_t left, right;
} meanings[] = {
  { BC_MODIFIER_ALT, XKB_KEY_Alt_L, XKB_KEY_Alt_R },
  { BC_MODIFIER_SUPER, XKB_KEY_Super_L, XKB_KEY_Super_R },
  { BC_MODIFIER_META, XKB_KEY_Meta_L, XKB_KEY_Meta_R },
  { BC_MODIFIER_HYPER, XKB_KEY_Hyper_L, XKB_KEY_Hyper_R },
};

static const struct {
  BcModifiers modifier;
  guint8 mask;
} constants[] = {
  { BC_MODIFIER_SHIFT, XCB_MOD_MASK_SHIFT },
  { BC_MODIFIER_CONTROL, XCB_MOD_MASK_CONTROL },
  { BC_MODIFIER_MOD1, XCB_MOD_MASK_1 },
  { BC_MODIFIER_MOD2, XCB_MOD_MASK_2 },
  { BC_MODIFIER_MOD3, XCB_MOD_MASK_3 },
  { BC_MODIFIER_MOD4, XCB_MOD_MASK_4 },
  { BC_MODIFIER_MOD5, XCB_MOD_MASK_5 },
};

static void
keyboard_clear (Keyboard *keyboard)
{
  g_clear_pointer (&keyboard->keymap, xkb_keymap_unref);
  g_clear_pointer (&keyboard->modifiers, free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Keyboard, keyboard_clear)

static void
stay_silent (struct xkb_context *context,
             enum xkb_log_level  level,
             const char         *format,
             va_list             args)
{
}

static struct xkb_keymap *
read_keymap (xcb_connection_t *xcb)
{
  struct xkb_context *context = xkb_context_new (XKB_CONTEXT_NO_DEFAULT_INCLUDES | XKB_CONTEXT_NO_ENVIRONMENT_NAMES);
  struct xkb_keymap *keymap = NULL;
  gint32 device = xkb_x11_get_core_keyboard_device_id (xcb);

  if (context == NULL)
    return NULL;

  xkb_context_set_log_fn (context, stay_silent);
  if (device >= 0)
    keymap = xkb_x11_keymap_new_from_device (context, xcb, device, XKB_KEYMAP_COMPILE_NO_FLAGS);
  xkb_context_unref (context);

  return keymap;
}

static gboolean
keyboard_read (Keyboard          *keyboard,
               xcb_connection_t  *xcb,
               GError           **error)
{
  xcb_get_modifier_mapping_cookie_t cookie = xcb_get_modifier_mapping (xcb);

  keyboard->keymap = read_keymap (xcb);
  keyboard->modifiers = xcb_get_modifier_mapping_reply (xcb, cookie, NULL);
  if (keyboard->keymap != NULL && keyboard->modifiers != NULL)
    return TRUE;

  g_set_error_literal (error, BC_SERVICE_ERROR, BC_SERVICE_ERROR_FAILED,
                       _("The X server does not tell how the keyboard is mapped."));

  return FALSE;
}

static gboolean
level_has (struct xkb_keymap *keymap,
           xkb_keycode_t      keycode,
           xkb_layout_index_t layout,
           xkb_level_index_t  level,
           xkb_keysym_t       keysym)
{
  const xkb_keysym_t *keysyms;
  int n = xkb_keymap_key_get_syms_by_level (keymap, keycode, layout, level, &keysyms);

  for (int i = 0; i < n; i++)
    {
      if (keysyms[i] == keysym)
        return TRUE;
    }

  return FALSE;
}

static gboolean
key_has (struct xkb_keymap *keymap,
         xkb_keycode_t      keycode,
         xkb_keysym_t       keysym)
{
  xkb_layout_index_t layouts = xkb_keymap_num_layouts_for_key (keymap, keycode);

  for (xkb_layout_index_t layout = 0; layout < layouts; layout++)
    {
      xkb_level_index_t levels = xkb_keymap_num_levels_for_key (keymap, keycode, layout);

      for (xkb_level_index_t level = 0; level < levels; level++)
        {
          if (level_has (keymap, keycode, layout, level, keysym))
            return TRUE;
        }
    }

  return FALSE;
}

static guint8
find_modifiers_of (const Keyboard *keyboard,
                   xkb_keysym_t    keysym)
{
  const xcb_keycode_t *keycodes = xcb_get_modifier_mapping_keycodes (keyboard->modifiers);
  int per_modifier = keyboard->modifiers->keycodes_per_modifier;
  guint8 mask = 0;

  for (int i = 0; i < N_CORE_MODIFIERS * per_modifier; i++)
    {
      if (keycodes[i] != 0 && key_has (keyboard->keymap, keycodes[i], keysym))
        mask |= (guint8) (1 << (i / per_modifier));
    }

  return mask;
}

static guint8
find_locks (const Keyboard *keyboard)
{
  return XCB_MOD_MASK_LOCK |
         find_modifiers_of (keyboard, XKB_KEY_Num_Lock) |
         find_modifiers_of (keyboard, XKB_KEY_Scroll_Lock);
}

static gboolean
find_modifiers (const Keyboard  *keyboard,
                BcModifiers      wanted,
                guint8          *mask,
                GError         **error)
{
  *mask = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (constants); i++)
    {
      if (wanted & constants[i].modifier)
        *mask |= constants[i].mask;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (meanings); i++)
    {
      guint8 found;

      if (!(wanted & meanings[i].modifier))
        continue;

      found = find_modifiers_of (keyboard, meanings[i].left) | find_modifiers_of (keyboard, meanings[i].right);
      if (found == 0)
        {
          g_set_error_literal (error, BC_SERVICE_ERROR, BC_SERVICE_ERROR_NOT_YET,
                               _("This keyboard lacks one of the modifiers. Choose another key."));
          return FALSE;
        }
      /* One key can stand for several; the lowest will do. */
      *mask |= (guint8) (found & -found);
    }

  return TRUE;
}

static guint8
find_level_modifiers (struct xkb_keymap  *keymap,
                      xkb_keycode_t       keycode,
                      xkb_layout_index_t  layout,
                      xkb_level_index_t   level,
                      guint8              locks)
{
  xkb_mod_mask_t masks[16];
  gsize n = xkb_keymap_key_get_mods_for_level (keymap, keycode, layout, level, masks, G_N_ELEMENTS (masks));
  guint8 best = 0;

  for (gsize i = 0; i < n; i++)
    {
      guint8 mask = (guint8) (masks[i] & CORE_MODIFIERS & (xkb_mod_mask_t) ~locks);

      if (i == 0 || __builtin_popcount (mask) < __builtin_popcount (best))
        best = mask;
    }

  return best;
}

static void
add_key (GArray   *keys,
         BcX11Key  key)
{
  for (guint i = 0; i < keys->len; i++)
    {
      const BcX11Key *known = &g_array_index (keys, BcX11Key, i);

      if (known->keycode == key.keycode && known->modifiers == key.modifiers)
        return;
    }

  g_array_append_val (keys, key);
}

static void
add_keys (BcX11Keys         *self,
          struct xkb_keymap *keymap,
          xkb_keycode_t      keycode,
          xkb_keysym_t       keysym,
          guint8             modifiers)
{
  xkb_layout_index_t layouts = xkb_keymap_num_layouts_for_key (keymap, keycode);

  for (xkb_layout_index_t layout = 0; layout < layouts; layout++)
    {
      xkb_level_index_t levels = xkb_keymap_num_levels_for_key (keymap, keycode, layout);

      for (xkb_level_index_t level = 0; level < levels; level++)
        {
          guint8 shift;

          if (!level_has (keymap, keycode, layout, level, keysym))
            continue;
          shift = find_level_modifiers (keymap, keycode, layout, level, self->locks);
          add_key (self->keys, (BcX11Key) { (xcb_keycode_t) keycode, modifiers | shift });
        }
    }
}

static void
find_keys (BcX11Keys         *self,
           struct xkb_keymap *keymap,
           xkb_keysym_t       keysym,
           guint8             modifiers)
{
  xkb_keycode_t last = MIN (xkb_keymap_max_keycode (keymap), 255);

  for (xkb_keycode_t keycode = xkb_keymap_min_keycode (keymap); keycode <= last; keycode++)
    add_keys (self, keymap, keycode, keysym, modifiers);
}

BcX11Keys *
bc_x11_keys_new (BcX11Connection      *x11,
                 const BcAccelerator  *accelerator,
                 GError              **error)
{
  g_autoptr (BcX11Keys) self = NULL;
  g_auto (Keyboard) keyboard = { NULL, NULL };
  guint8 modifiers;

  if (!keyboard_read (&keyboard, bc_x11_connection_get_xcb (x11), error) ||
      !find_modifiers (&keyboard, accelerator->modifiers, &modifiers, error))
    return NULL;

  self = g_new0 (BcX11Keys, 1);
  self->keys = g_array_new (FALSE, FALSE, sizeof (BcX11Key));
  self->locks = find_locks (&keyboard) & (guint8) ~modifiers;
  find_keys (self, keyboard.keymap, accelerator->keysym, modifiers);
  if (self->keys->len > 0)
    return g_steal_pointer (&self);

  g_set_error_literal (error, BC_SERVICE_ERROR, BC_SERVICE_ERROR_NOT_YET,
                       _("This keyboard lacks that key. Choose another one."));

  return NULL;
}

void
bc_x11_keys_free (BcX11Keys *self)
{
  g_array_unref (self->keys);
  g_free (self);
}

gboolean
bc_x11_keys_equal (const BcX11Keys *a,
                   const BcX11Keys *b)
{
  return a->locks == b->locks &&
         a->keys->len == b->keys->len &&
         memcmp (a->keys->data, b->keys->data, a->keys->len * sizeof (BcX11Key)) == 0;
}

gboolean
bc_x11_keys_match (const BcX11Keys *self,
                   xcb_keycode_t    keycode,
                   guint16          state)
{
  guint8 held = (guint8) (state & CORE_MODIFIERS & ~self->locks);

  for (guint i = 0; i < self->keys->len; i++)
    {
      const BcX11Key *key = &g_array_index (self->keys, BcX11Key, i);

      if (key->keycode == keycode && key->modifiers == held)
        return TRUE;
    }

  return FALSE;
}
