/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-cli-offers.h"

#include "bc-cli-report.h"

#define TIMEOUT_US G_USEC_PER_SEC

#define PORTAL "org.freedesktop.portal.Desktop"
#define NOTIFICATIONS "org.freedesktop.Notifications"
#define WATCHER "org.kde.StatusNotifierWatcher"

typedef struct {
  GDBusConnection *bus;
  gint64 deadline_us;
} Round;

static GVariant *
call (const Round *round,
      const char  *name,
      const char  *path,
      const char  *interface,
      const char  *method,
      GVariant    *arguments,
      const char  *type)
{
  gint64 left_ms = MAX (1, (round->deadline_us - g_get_monotonic_time ()) / 1000);

  return g_dbus_connection_call_sync (round->bus, name, path, interface, method, arguments, G_VARIANT_TYPE (type),
                                      G_DBUS_CALL_FLAGS_NO_AUTO_START, (int) left_ms, NULL, NULL);
}

static gboolean
is_owned (const Round *round,
          const char  *name)
{
  g_autoptr (GVariant) reply = call (round, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                     "NameHasOwner", g_variant_new ("(s)", name), "(b)");
  gboolean owned = FALSE;

  if (reply != NULL)
    g_variant_get (reply, "(b)", &owned);

  return owned;
}

static GVariant *
get_property (const Round *round,
              const char  *name,
              const char  *path,
              const char  *interface,
              const char  *property)
{
  g_autoptr (GVariant) reply = call (round, name, path, "org.freedesktop.DBus.Properties", "Get",
                                     g_variant_new ("(ss)", interface, property), "(v)");
  GVariant *value = NULL;

  if (reply != NULL)
    g_variant_get (reply, "(v)", &value);

  return value;
}

static void
read_portal (BcCliOffers *offers,
             const Round *round)
{
  g_autoptr (GVariant) version = get_property (round, PORTAL, "/org/freedesktop/portal/desktop",
                                               "org.freedesktop.portal.GlobalShortcuts", "version");

  offers->has_portal = is_owned (round, PORTAL);
  if (version != NULL && g_variant_is_of_type (version, G_VARIANT_TYPE_UINT32))
    offers->shortcuts = g_variant_get_uint32 (version);
}

static void
read_notifications (BcCliOffers *offers,
                    const Round *round)
{
  g_autoptr (GVariant) reply = call (round, NOTIFICATIONS, "/org/freedesktop/Notifications", NOTIFICATIONS,
                                     "GetServerInformation", NULL, "(ssss)");
  g_autofree char *both = NULL;
  const char *name;
  const char *version;

  if (reply == NULL)
    return;

  g_variant_get (reply, "(&s&s&s&s)", &name, NULL, &version, NULL);
  both = g_strdup_printf ("%s %s", name, version);
  offers->notifications = bc_cli_report_read_text (both);
}

static void
read_tray (BcCliOffers *offers,
           const Round *round)
{
  g_autoptr (GVariant) host = get_property (round, WATCHER, "/StatusNotifierWatcher", WATCHER,
                                            "IsStatusNotifierHostRegistered");

  offers->has_tray = host != NULL && g_variant_is_of_type (host, G_VARIANT_TYPE_BOOLEAN) &&
                     g_variant_get_boolean (host);
}

void
bc_cli_offers_read (BcCliOffers     *offers,
                    GDBusConnection *bus)
{
  Round round = { .bus = bus, .deadline_us = g_get_monotonic_time () + TIMEOUT_US };

  read_portal (offers, &round);
  read_notifications (offers, &round);
  read_tray (offers, &round);
}

void
bc_cli_offers_clear (BcCliOffers *offers)
{
  g_free (offers->notifications);
}
