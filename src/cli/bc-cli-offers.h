/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BcCliOffers:
 * @has_portal: whether a desktop portal runs
 * @shortcuts: the version of its GlobalShortcuts, 0 if it has none
 * @notifications: (nullable): name and version of the program that shows notifications
 * @has_tray: whether a panel shows tray icons
 *
 * What the desktop offers on the session bus, whether or not the program runs.
 */
typedef struct {
  gboolean has_portal;
  guint shortcuts;
  char *notifications;
  gboolean has_tray;
} BcCliOffers;

/**
 * bc_cli_offers_read:
 * @offers: (out caller-allocates): all zero before
 *
 * Asks around, for no longer than a second, and starts nothing by it.
 */
void bc_cli_offers_read (BcCliOffers     *offers,
                         GDBusConnection *bus);

void bc_cli_offers_clear (BcCliOffers *offers);

G_END_DECLS
