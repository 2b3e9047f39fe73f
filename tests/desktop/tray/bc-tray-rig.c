/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-tray-rig.h"

#include "bc-await.h"
#include "bc-test-dir.h"

static char *home;
static GTestDBus *test_bus;

void
bc_tray_rig_init (int    *argc,
                  char ***argv)
{
  home = bc_test_dir_new ();
  g_setenv ("HOME", home, TRUE);
  g_unsetenv ("XDG_DATA_HOME");
  g_unsetenv ("XDG_CURRENT_DESKTOP");
  g_test_init (argc, argv, NULL);
  test_bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (test_bus);
}

int
bc_tray_rig_run (void)
{
  int result = g_test_run ();

  g_test_dbus_down (test_bus);
  g_clear_object (&test_bus);
  bc_test_dir_remove (g_steal_pointer (&home));

  return result;
}

static void
activate_cb (BcTrayRig  *self,
             const char *token)
{
  g_string_append_printf (self->heard, "activate:%s;", token);
}

static void
secondary_activate_cb (BcTrayRig  *self,
                       const char *token)
{
  g_string_append_printf (self->heard, "secondary:%s;", token);
}

static void
item_activated_cb (BcTrayRig  *self,
                   const char *action,
                   GVariant   *target,
                   const char *token)
{
  g_string_append_printf (self->heard, "%s(%s):%s;", action,
                          target != NULL ? g_variant_get_string (target, NULL) : "", token);
}

void
bc_tray_rig_set_up (BcTrayRig     *self,
                    gconstpointer  data)
{
  const char *address = g_test_dbus_get_bus_address (test_bus);

  self->bus = g_dbus_connection_new_for_address_sync (
    address, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
    NULL, NULL, NULL);
  self->watcher = bc_fake_watcher_new (address);
  self->tray = bc_tray_new (self->bus, BC_TRAY_RIG_APP_ID, "Breadcrumbs");
  self->heard = g_string_new (NULL);
  g_signal_connect_swapped (self->tray, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (self->tray, "secondary-activate", G_CALLBACK (secondary_activate_cb), self);
  g_signal_connect_swapped (self->tray, "item-activated", G_CALLBACK (item_activated_cb), self);
}

void
bc_tray_rig_tear_down (BcTrayRig     *self,
                       gconstpointer  data)
{
  if (self->tray != NULL)
    g_assert_finalize_object (self->tray);
  bc_fake_watcher_free (self->watcher);
  bc_await_quiet ();
  g_dbus_connection_close_sync (self->bus, NULL, NULL);
  g_object_unref (self->bus);
  g_string_free (self->heard, TRUE);
}
