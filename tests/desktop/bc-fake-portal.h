/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-fake-bus.h"
#include "bc-portal-fakes.h"

G_BEGIN_DECLS

/**
 * BcFakePortalKind:
 * @version: of the interface; 0 where the portal lacks it
 * @registry: whether it knows the registry, and refuses who is not registered
 * @binds_on_create: binds what CreateSession is given, and nothing else
 * @remembers: has what an earlier session bound in the list of a new one
 * @answer: the code of a successful BindShortcuts
 * @trigger: the word for the key; %NULL refuses to bind
 * @announces: sends ShortcutsChanged when binding
 * @repeats: sends Activated again and again while the key is held
 * @token: (nullable): sent with the key
 *
 * How the portal of one desktop behaves, as observed.
 */
typedef struct {
  guint version;
  gboolean registry;
  gboolean binds_on_create;
  gboolean remembers;
  guint answer;
  const char *trigger;
  gboolean announces;
  gboolean repeats;
  const char *token;
} BcFakePortalKind;

/**
 * BcFakePortal:
 * @silent: leaves requests unanswered; those of bc_fake_portal_answer()
 * @silent_bind: leaves BindShortcuts unanswered, as a question that is open
 * @others: how many shortcuts of other names are listed before ours
 * @foreign: answers on another path than the token tells
 * @wary: turns the client's process away, whoever it says it is
 * @hostile: (nullable): CreateSession's result in place of a good one
 * @settings_opened: how often BindShortcuts was called
 * @configured: how often ConfigureShortcuts was called
 * @configure_token: the activation token that came with it
 * @closed: how many sessions the client closed
 *
 * A portal with one client; the members may be set before it is asked.
 */
typedef struct {
  BcFakeBus *bus;
  const BcFakePortalKind *kind;
  GDBusConnection *connection;
  guint name_id;
  BcFakeGlobalShortcuts *shortcuts;
  BcFakeRegistry *registry;
  BcFakeRequest *request;
  BcFakeSession *session;
  char *session_path;
  char *app_id;
  char *preferred;
  gboolean bound;
  gboolean remembered;
  gboolean silent;
  gboolean silent_bind;
  gboolean foreign;
  gboolean wary;
  guint others;
  GVariant *hostile;
  GVariant *held_results;
  char *held_path;
  guint held_answer;
  guint settings_opened;
  guint configured;
  char *configure_token;
  guint sessions;
  guint closed;
  guint requests_closed;
} BcFakePortal;

BcFakePortal *bc_fake_portal_new  (BcFakeBus              *bus,
                                   const BcFakePortalKind *kind);
void          bc_fake_portal_free (BcFakePortal *self);

void bc_fake_portal_appear (BcFakePortal *self);
void bc_fake_portal_vanish (BcFakePortal *self);

/**
 * bc_fake_portal_press:
 *
 * Presses the key and holds it for a while.
 */
void bc_fake_portal_press   (BcFakePortal *self);
void bc_fake_portal_release (BcFakePortal *self);

/**
 * bc_fake_portal_answer:
 *
 * Answers the last request at last.
 */
void bc_fake_portal_answer (BcFakePortal *self);

void bc_fake_portal_change        (BcFakePortal *self,
                                   const char   *trigger);
void bc_fake_portal_close_session (BcFakePortal *self);

G_END_DECLS
