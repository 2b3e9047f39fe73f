/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-service-status.h"
#include "hotkey/bc-accelerator.h"

#include <xkbcommon/xkbcommon.h>

static const struct {
  const char *text;
  BcModifiers modifiers;
  guint32 keysym;
} good[] = {
  { "<Super><Shift>b", BC_MODIFIER_SUPER | BC_MODIFIER_SHIFT, XKB_KEY_b },
  { "<Shift><Super>B", BC_MODIFIER_SUPER | BC_MODIFIER_SHIFT, XKB_KEY_b },
  { "<super><SHIFT>b", BC_MODIFIER_SUPER | BC_MODIFIER_SHIFT, XKB_KEY_b },
  { "<Primary><Alt>space", BC_MODIFIER_CONTROL | BC_MODIFIER_ALT, XKB_KEY_space },
  { "<Ctrl>Page_Up", BC_MODIFIER_CONTROL, XKB_KEY_Page_Up },
  { "<Ctl><Shft>Escape", BC_MODIFIER_CONTROL | BC_MODIFIER_SHIFT, XKB_KEY_Escape },
  { "<Control><Control>x", BC_MODIFIER_CONTROL, XKB_KEY_x },
  { "<Meta><Hyper>F12", BC_MODIFIER_META | BC_MODIFIER_HYPER, XKB_KEY_F12 },
  { "<Mod1><Mod5>odiaeresis", BC_MODIFIER_MOD1 | BC_MODIFIER_MOD5, XKB_KEY_odiaeresis },
  { "<Super>Cyrillic_BE", BC_MODIFIER_SUPER, XKB_KEY_Cyrillic_be },
  { "<Super>greater", BC_MODIFIER_SUPER, XKB_KEY_greater },
  { "<Super>KP_Add", BC_MODIFIER_SUPER, XKB_KEY_KP_Add },
  { "F9", BC_MODIFIER_NONE, XKB_KEY_F9 },
  { "<Shift>F9", BC_MODIFIER_SHIFT, XKB_KEY_F9 },
  { "Pause", BC_MODIFIER_NONE, XKB_KEY_Pause },
  { "Print", BC_MODIFIER_NONE, XKB_KEY_Print },
  { "XF86Launch1", BC_MODIFIER_NONE, XKB_KEY_XF86Launch1 },
  { "Launch1", BC_MODIFIER_NONE, XKB_KEY_XF86Launch1 },
};

static const char * const bad[] = {
  "",
  "<Super>",
  "<Super",
  "<>b",
  "<Super >b",
  "<Windows>b",
  "<Super>>",
  "<Super>nosuchkey",
  "<Super>b c",
  " <Super>b",
  "Super+b",
  "<Super>Shift_L",
  "<Super>ISO_Level3_Shift",
  "<Super>Caps_Lock",
  "b",
  "<Shift>b",
  "space",
  "Return",
  "Left",
  "<Shift>Home",
  "KP_Enter",
  "\xff\xfe",
};

static void
test_good (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      GError *error = NULL;
      BcAccelerator parsed;

      g_test_message ("%s", good[i].text);
      g_assert_true (bc_accelerator_parse (good[i].text, &parsed, &error));
      g_assert_no_error (error);
      g_assert_cmphex (parsed.modifiers, ==, good[i].modifiers);
      g_assert_cmphex (parsed.keysym, ==, good[i].keysym);
    }
}

static void
test_bad (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      BcAccelerator untouched = { BC_MODIFIER_ALT, 42 };

      g_assert_false (bc_accelerator_parse (bad[i], &untouched, &error));
      g_assert_error (error, BC_SERVICE_ERROR, BC_SERVICE_ERROR_INVALID);
      g_assert_cmpuint (untouched.keysym, ==, 42);
    }
}

static void
test_giant (void)
{
  g_autofree char *key = g_strnfill (1 << 20, 'b');
  g_autofree char *modifiers = g_strnfill (1 << 20, '<');
  BcAccelerator parsed;

  g_assert_false (bc_accelerator_parse (key, &parsed, NULL));
  g_assert_false (bc_accelerator_parse (modifiers, &parsed, NULL));
}

static void
test_described (void)
{
  static const struct {
    const char *text;
    const char *words;
  } cases[] = {
    { "<Super><Shift>b", "Shift+Super+B" },
    { "<Primary><Alt>Delete", "Ctrl+Alt+Delete" },
    { "<Meta>eacute", "Meta+É" },
    { "F12", "F12" },
    { "<Control>space", "Ctrl+space" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = NULL;
      BcAccelerator accelerator;

      g_assert_true (bc_accelerator_parse (cases[i].text, &accelerator, NULL));
      words = bc_accelerator_describe (&accelerator);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/desktop/hotkey/accelerator/good", test_good);
  g_test_add_func ("/desktop/hotkey/accelerator/bad", test_bad);
  g_test_add_func ("/desktop/hotkey/accelerator/giant", test_giant);
  g_test_add_func ("/desktop/hotkey/accelerator/described", test_described);

  return g_test_run ();
}
