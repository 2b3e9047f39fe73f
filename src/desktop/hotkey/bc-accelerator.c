/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hotkey/bc-accelerator.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <xkbcommon/xkbcommon.h>

#include "bc-service-status.h"

/* Of several names for one modifier, the first is for people. */
static const struct {
  const char *name;
  BcModifiers modifier;
} modifier_names[] = {
  { NC_("key", "Shift"), BC_MODIFIER_SHIFT },
  { "Shft", BC_MODIFIER_SHIFT },
  { NC_("key", "Ctrl"), BC_MODIFIER_CONTROL },
  { "Control", BC_MODIFIER_CONTROL },
  { "Ctl", BC_MODIFIER_CONTROL },
  { "Primary", BC_MODIFIER_CONTROL },
  { NC_("key", "Alt"), BC_MODIFIER_ALT },
  { NC_("key", "Super"), BC_MODIFIER_SUPER },
  { NC_("key", "Meta"), BC_MODIFIER_META },
  { NC_("key", "Hyper"), BC_MODIFIER_HYPER },
  { "Mod1", BC_MODIFIER_MOD1 },
  { "Mod2", BC_MODIFIER_MOD2 },
  { "Mod3", BC_MODIFIER_MOD3 },
  { "Mod4", BC_MODIFIER_MOD4 },
  { "Mod5", BC_MODIFIER_MOD5 },
};

static gboolean
find_modifier (const char  *name,
               gsize        length,
               BcModifiers *modifiers)
{
  for (gsize i = 0; i < G_N_ELEMENTS (modifier_names); i++)
    {
      if (strlen (modifier_names[i].name) == length &&
          g_ascii_strncasecmp (modifier_names[i].name, name, length) == 0)
        {
          *modifiers |= modifier_names[i].modifier;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
parse_modifiers (const char  **text,
                 BcModifiers  *modifiers,
                 GError      **error)
{
  const char *p = *text;

  while (*p == '<')
    {
      const char *end = strchr (p, '>');

      if (end == NULL || !find_modifier (p + 1, (gsize) (end - p - 1), modifiers))
        {
          g_set_error_literal (error, BC_SERVICE_ERROR, BC_SERVICE_ERROR_INVALID,
                               _("This key combination names a modifier that does not exist."));
          return FALSE;
        }
      p = end + 1;
    }
  *text = p;

  return TRUE;
}

static xkb_keysym_t
find_keysym (const char *name)
{
  xkb_keysym_t keysym = xkb_keysym_from_name (name, XKB_KEYSYM_NO_FLAGS);
  g_autofree char *media = NULL;

  if (keysym != XKB_KEY_NoSymbol)
    return xkb_keysym_to_lower (keysym);

  /* GTK leaves this prefix out. */
  media = g_strconcat ("XF86", name, NULL);

  return xkb_keysym_from_name (media, XKB_KEYSYM_NO_FLAGS);
}

static gboolean
is_modifier_key (xkb_keysym_t keysym)
{
  return (keysym >= XKB_KEY_Shift_L && keysym <= XKB_KEY_Hyper_R) ||
         (keysym >= XKB_KEY_ISO_Lock && keysym <= XKB_KEY_ISO_Last_Group_Lock) ||
         keysym == XKB_KEY_Mode_switch ||
         keysym == XKB_KEY_Num_Lock;
}

static gboolean
stands_alone (xkb_keysym_t keysym)
{
  switch (keysym)
    {
    case XKB_KEY_Pause:
    case XKB_KEY_Break:
    case XKB_KEY_Print:
    case XKB_KEY_Sys_Req:
    case XKB_KEY_Scroll_Lock:
    case XKB_KEY_Menu:
    case XKB_KEY_Help:
      return TRUE;
    default:
      return (keysym >= XKB_KEY_F1 && keysym <= XKB_KEY_F35) ||
             (keysym >= 0x10080000 && keysym <= 0x1008ffff);
    }
}

static gboolean
check_key (const BcAccelerator  *accelerator,
           GError              **error)
{
  const char *fault = NULL;

  if (accelerator->keysym == XKB_KEY_NoSymbol)
    fault = _("This key combination names a key that does not exist.");
  else if (is_modifier_key (accelerator->keysym))
    fault = _("This key combination lacks a key besides its modifiers.");
  else if ((accelerator->modifiers & (BcModifiers) ~BC_MODIFIER_SHIFT) == 0 && !stands_alone (accelerator->keysym))
    fault = _("This key is used for writing. Add Super, Control or Alt to it.");

  if (fault != NULL)
    g_set_error_literal (error, BC_SERVICE_ERROR, BC_SERVICE_ERROR_INVALID, fault);

  return fault == NULL;
}

gboolean
bc_accelerator_parse (const char     *text,
                      BcAccelerator  *accelerator,
                      GError        **error)
{
  BcAccelerator parsed = { BC_MODIFIER_NONE, XKB_KEY_NoSymbol };

  if (!parse_modifiers (&text, &parsed.modifiers, error))
    return FALSE;

  if (*text != '\0' && strlen (text) < 64)
    parsed.keysym = find_keysym (text);
  if (!check_key (&parsed, error))
    return FALSE;

  *accelerator = parsed;

  return TRUE;
}

static char *
describe_key (xkb_keysym_t keysym)
{
  char text[64] = "";
  gunichar character = xkb_keysym_to_utf32 (keysym);

  if (g_unichar_isgraph (character))
    text[g_unichar_to_utf8 (g_unichar_toupper (character), text)] = '\0';
  else
    xkb_keysym_get_name (keysym, text, sizeof text);

  return g_strdup (text);
}

char *
bc_accelerator_describe (const BcAccelerator *accelerator)
{
  BcModifiers left = accelerator->modifiers;
  g_autofree char *key = describe_key (accelerator->keysym);
  GString *label = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (modifier_names); i++)
    {
      if ((left & modifier_names[i].modifier) == 0)
        continue;

      left &= ~modifier_names[i].modifier;
      /* Translators: a key of the keyboard, such as "Shift", "Ctrl" or "Super" */
      g_string_append_printf (label, "%s+", g_dpgettext2 (GETTEXT_PACKAGE, "key", modifier_names[i].name));
    }
  g_string_append (label, key);

  return g_string_free (label, FALSE);
}
