/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hotkey/bc-portal-session.h"

#define BC_PORTAL_SHORTCUTS "org.freedesktop.portal.GlobalShortcuts"
#define BC_PORTAL_SESSION_INTERFACE "org.freedesktop.portal.Session"

/* The one shortcut. */
#define BC_PORTAL_SHORTCUT_ID "capture"

struct _BcPortalSession {
  GObject parent_instance;

  GDBusConnection *connection;
  char *owner;
  BcClock *clock;
  char *preferred;
  gboolean may_ask;
  gint64 asked_us;
  gboolean declined;
  char *trigger;
  char *path;
  guint32 version;
  gboolean listed;
  guint shortcuts_id;
  guint closed_id;
};

/**
 * bc_portal_session_open:
 * @path: where the portal has the session
 *
 * Listens to it from now on.
 */
void bc_portal_session_open (BcPortalSession *self,
                             const char      *path);

/**
 * bc_portal_session_take_results:
 * @results: what a request for the shortcuts gave
 *
 * Returns: whether ours is among them
 */
gboolean bc_portal_session_take_results (BcPortalSession *self,
                                         GVariant        *results);
