/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-application.h"
#include "bc-away-flow.h"
#include "bc-background-flow.h"
#include "bc-capture-flow.h"
#include "bc-hotkey-actions.h"
#include "bc-open-crumbs.h"
#include "bc-pause-watch.h"
#include "bc-preferences-window.h"
#include "bc-reminder-flow.h"
#include "bc-return-test.h"
#include "bc-services.h"
#include "bc-settings.h"
#include "bc-status-export.h"
#include "bc-store.h"
#include "bc-tray-flow.h"
#include "bc-window.h"
#include "bc-words.h"

G_BEGIN_DECLS

/* The life cycle is in bc-application.c; each group below has the file that is named with it. */
struct _BcApplication {
  AdwApplication parent_instance;

  BcClock *clock;
  BcSettings *settings;
  BcStore *store;
  BcOpenCrumbs *open;
  BcWords *words;
  BcServices *services;
  BcStatusExport *status_export;
  GCancellable *cancellable;
  char *token;

  /* bc-application-flows.c; the last two only once the services are complete */
  BcHotkeyActions *hotkey_actions;
  BcCaptureFlow *capture_flow;
  BcPauseWatch *pause;
  BcTrayFlow *tray_flow;
  BcBackgroundFlow *background_flow;
  BcReminderFlow *reminder_flow;
  BcAwayFlow *away_flow;
  BcReturnTest *return_test;

  /* bc-application-windows.c; each only while it is open */
  BcWindow *window;
  BcPreferencesWindow *preferences;
};

/**
 * bc_application_activate_action:
 * @token: (nullable): an activation token
 *
 * Activates an action of the program with @token beside it, as one that comes over the bus
 * has it.
 */
void bc_application_activate_action (BcApplication *self,
                                     const char    *action,
                                     GVariant      *target,
                                     const char    *token);

/**
 * bc_application_add_actions:
 *
 * Adds the actions, whose bodies live in bc-application-actions.c.
 */
void bc_application_add_actions (BcApplication *self);

/**
 * bc_application_act:
 * @action: the name of an action; one that there is not does nothing
 * @target: (nullable): the string it takes, such as a crumb's id
 * @token: (nullable): an activation token
 *
 * Does what an action does.
 */
void bc_application_act (BcApplication *self,
                         const char    *action,
                         const char    *target,
                         const char    *token);

/**
 * bc_application_start_flows:
 *
 * Joins services, store and windows, as far as there are services, and the rest when they
 * are complete. To be called once, with the services started.
 */
void bc_application_start_flows (BcApplication *self);

/**
 * bc_application_stop_flows:
 *
 * Ends them all; what they joined is still there.
 */
void bc_application_stop_flows (BcApplication *self);

/**
 * bc_application_open_window:
 *
 * Returns: (transfer none): the main window, made if there is none, not yet presented
 */
BcWindow *bc_application_open_window (BcApplication *self);

/**
 * bc_application_show_preferences:
 * @token: (nullable): an activation token
 *
 * Presents Preferences.
 */
void bc_application_show_preferences (BcApplication *self,
                                      const char    *token);

/**
 * bc_application_close_preferences:
 *
 * Takes Preferences away, which would stand before the main window. Nothing is lost by it.
 */
void bc_application_close_preferences (BcApplication *self);

/**
 * bc_application_show_hotkey:
 *
 * The key of the settings has changed.
 */
void bc_application_show_hotkey (BcApplication *self);

/**
 * bc_application_show_away:
 *
 * The services are complete, and the test of the return is there.
 */
void bc_application_show_away (BcApplication *self);

/**
 * bc_application_destroy_windows:
 *
 * Destroys the main window and Preferences, whatever they are about.
 */
void bc_application_destroy_windows (BcApplication *self);

G_END_DECLS
