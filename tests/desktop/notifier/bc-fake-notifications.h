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
 * BcFakeServer:
 * @name: what it calls itself
 * @vendor: likewise
 * @version: likewise
 * @spec: the version of the specification it claims
 * @capabilities: what it says it can do, separated by blanks
 * @first_id: the first number it gives
 * @draws_default: whether the default action is a button too
 * @body_invokes: whether a click on the text is the default action; else it closes
 * @token: (nullable): an activation token sent before an action
 * @says_twice: whether each signal is also sent by somebody who does not own the name
 * @closes: the reason it gives for closing after an action; 0 where it tells nothing
 *
 * How one notification server behaves, as observed.
 */
typedef struct {
  const char *name;
  const char *vendor;
  const char *version;
  const char *spec;
  const char *capabilities;
  guint first_id;
  gboolean draws_default;
  gboolean body_invokes;
  const char *token;
  gboolean says_twice;
  guint closes;
} BcFakeServer;

/**
 * BcFakeNotifications:
 * @bus: a connection of its own
 * @server: whom it plays; may be set before it is asked
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
  GDBusConnection *other;
  const BcFakeServer *server;
  GPtrArray *shown;
  GArray *closed_ids;
  guint n_capability_calls;
  gboolean is_hung;
  gboolean refuses;
  gboolean lies;
  gboolean is_gone;
  guint n_given;
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
 * bc_fake_notifications_replace:
 *
 * Takes the name from the daemon that has it, which goes on living.
 */
void bc_fake_notifications_replace (BcFakeNotifications *self);

/**
 * bc_fake_notifications_go_on:
 *
 * Goes on after having hung, beginning with what it was asked meanwhile: those
 * calls for information only.
 */
void bc_fake_notifications_go_on (BcFakeNotifications *self);

/**
 * bc_fake_notifications_click:
 *
 * The user clicks on the text of number @id.
 */
void bc_fake_notifications_click (BcFakeNotifications *self,
                                  guint                id);

/**
 * bc_fake_notifications_press:
 * @label: the label of an action, the default one's too
 *
 * The user presses a button of number @id.
 */
void bc_fake_notifications_press (BcFakeNotifications *self,
                                  guint                id,
                                  const char          *label);

/**
 * bc_fake_notifications_emit:
 * @signal: any signal's name
 * @parameters: (transfer floating): anything
 */
void bc_fake_notifications_emit (BcFakeNotifications *self,
                                 const char          *signal,
                                 GVariant            *parameters);

G_END_DECLS
