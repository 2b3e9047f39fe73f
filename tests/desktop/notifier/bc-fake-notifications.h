/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BcShown:
 *
 * One call of Notify.
 */
typedef struct {
  char *app_name;
  guint replaces_id;
  char *icon;
  char *summary;
  char *body;
  char **actions;
  GVariant *hints;
  int timeout;
  guint id;
} BcShown;

/**
 * BcFakeNotifications:
 * @bus: a connection of its own
 * @capabilities: (array zero-terminated=1): what it says it can do
 * @shown: (element-type BcShown): the calls of Notify in their order
 * @closed_ids: (element-type guint): the calls of CloseNotification
 * @is_hung: whether it takes calls and never answers
 * @refuses: whether it answers Notify with an error
 * @lies: whether it answers Notify with the wrong type
 * @is_gone: whether it has left the bus, for good
 *
 * A daemon that serves org.freedesktop.Notifications.
 */
typedef struct {
  GDBusConnection *bus;
  const char * const *capabilities;
  GPtrArray *shown;
  GArray *closed_ids;
  guint n_capability_calls;
  gboolean is_hung;
  gboolean refuses;
  gboolean lies;
  gboolean is_gone;
  guint last_id;
  gpointer skeleton;
  guint name_id;
  GPtrArray *unanswered;
} BcFakeNotifications;

BcFakeNotifications *bc_fake_notifications_new  (const char *address);
void                 bc_fake_notifications_free (BcFakeNotifications *self);

void bc_fake_notifications_appear (BcFakeNotifications *self);

/**
 * bc_fake_notifications_vanish:
 *
 * As a daemon does that dies: whoever waits for an answer gets an error.
 */
void bc_fake_notifications_vanish (BcFakeNotifications *self);

/**
 * bc_fake_notifications_emit:
 * @signal: any signal's name
 * @parameters: (transfer floating): anything
 */
void bc_fake_notifications_emit (BcFakeNotifications *self,
                                 const char          *signal,
                                 GVariant            *parameters);

G_END_DECLS
