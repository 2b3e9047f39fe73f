/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-activation-token.h"

static GVariant *
data_from_text (const char *text)
{
  GVariant *data = g_variant_parse (G_VARIANT_TYPE_VARDICT, text, NULL, NULL, NULL);

  g_assert_nonnull (data);

  return data;
}

static void
assert_gets (const char *text,
             const char *expected)
{
  g_autoptr (GVariant) data = data_from_text (text);
  g_autofree char *token = bc_activation_token_get (data);

  g_assert_cmpstr (token, ==, expected);
}

static void
test_what_compositors_and_launchers_give_is_valid (void)
{
  g_assert_true (bc_activation_token_is_valid ("kwin-42"));
  g_assert_true (bc_activation_token_is_valid ("1a9f5bbf-8fa9-4e4b-9a1c-3f27cb1dd6a0"));
  g_assert_true (bc_activation_token_is_valid ("gnome-shell/Café Editor/1017-3-host_TIME77421"));
}

static void
test_what_nobody_would_give_is_not (void)
{
  g_autofree char *longest = g_strnfill (BC_ACTIVATION_TOKEN_MAX, 'x');
  g_autofree char *giant = g_strnfill (BC_ACTIVATION_TOKEN_MAX + 1, 'x');

  g_assert_false (bc_activation_token_is_valid (NULL));
  g_assert_false (bc_activation_token_is_valid (""));
  g_assert_false (bc_activation_token_is_valid ("a\nb"));
  g_assert_false (bc_activation_token_is_valid ("a\033[2J"));
  g_assert_false (bc_activation_token_is_valid ("\xff\xfe"));
  g_assert_true (bc_activation_token_is_valid (longest));
  g_assert_false (bc_activation_token_is_valid (giant));
}

static void
test_either_key_is_read (void)
{
  assert_gets ("{}", NULL);
  assert_gets ("{'activation-token': <'new'>}", "new");
  assert_gets ("{'desktop-startup-id': <'old'>}", "old");
  assert_gets ("{'desktop-startup-id': <'old'>, 'activation-token': <'new'>}", "new");
  assert_gets ("{'activation-token': <''>, 'desktop-startup-id': <'old'>}", "old");
}

static void
test_other_types_are_no_token (void)
{
  assert_gets ("{'activation-token': <7>}", NULL);
  assert_gets ("{'activation-token': <['a', 'b']>, 'desktop-startup-id': <@ay []>}", NULL);
}

static void
test_packed_is_got_again (void)
{
  g_autoptr (GVariant) packed = g_variant_ref_sink (bc_activation_token_pack ("kwin-42"));
  g_autoptr (GVariant) expected =
    data_from_text ("{'activation-token': <'kwin-42'>, 'desktop-startup-id': <'kwin-42'>}");

  g_assert_true (g_variant_equal (packed, expected));
}

static void
test_nothing_is_packed_of_none (void)
{
  const char *tokens[] = { NULL, "", "\xff" };

  for (guint i = 0; i < G_N_ELEMENTS (tokens); i++)
    {
      g_autoptr (GVariant) packed = g_variant_ref_sink (bc_activation_token_pack (tokens[i]));

      g_assert_cmpuint (g_variant_n_children (packed), ==, 0);
    }
}

static void
test_cleaning_leaves_all_else (void)
{
  g_autoptr (GVariant) data =
    data_from_text ("{'activation-token': <'a\\u001bb'>, 'desktop-startup-id': <'good'>, 'cwd': <b'/'>, 'x': <7>}");
  g_autoptr (GVariant) expected = data_from_text ("{'desktop-startup-id': <'good'>, 'cwd': <b'/'>, 'x': <7>}");
  g_autoptr (GVariant) clean = bc_activation_token_clean (data);

  g_assert_true (g_variant_equal (clean, expected));
}

static void
assert_takes (const char *wayland,
              const char *x11,
              const char *expected)
{
  g_autofree char *token = NULL;

  g_setenv ("XDG_ACTIVATION_TOKEN", wayland, TRUE);
  g_setenv ("DESKTOP_STARTUP_ID", x11, TRUE);
  token = bc_activation_token_take_from_environment ();

  g_assert_cmpstr (token, ==, expected);
  g_assert_null (g_getenv ("XDG_ACTIVATION_TOKEN"));
  g_assert_null (g_getenv ("DESKTOP_STARTUP_ID"));
}

static void
test_environment_is_emptied (void)
{
  g_autofree char *none = NULL;

  assert_takes ("new", "old", "new");
  assert_takes ("", "old", "old");
  assert_takes ("\xff", "\n", NULL);

  none = bc_activation_token_take_from_environment ();
  g_assert_null (none);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/activation-token/what-compositors-and-launchers-give-is-valid",
                   test_what_compositors_and_launchers_give_is_valid);
  g_test_add_func ("/app/activation-token/what-nobody-would-give-is-not", test_what_nobody_would_give_is_not);
  g_test_add_func ("/app/activation-token/either-key-is-read", test_either_key_is_read);
  g_test_add_func ("/app/activation-token/other-types-are-no-token", test_other_types_are_no_token);
  g_test_add_func ("/app/activation-token/packed-is-got-again", test_packed_is_got_again);
  g_test_add_func ("/app/activation-token/nothing-is-packed-of-none", test_nothing_is_packed_of_none);
  g_test_add_func ("/app/activation-token/cleaning-leaves-all-else", test_cleaning_leaves_all_else);
  g_test_add_func ("/app/activation-token/environment-is-emptied", test_environment_is_emptied);

  return g_test_run ();
}
