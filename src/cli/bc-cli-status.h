/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-cli-job.h"
#include "bc-cli-offers.h"

G_BEGIN_DECLS

/**
 * BcCliStatus:
 * @desktop: (nullable): XDG_CURRENT_DESKTOP, as this process has it
 * @session: (nullable): the kind of session, as this process has it
 * @install: (nullable): a prefix, or "flatpak", of this process
 * @has_bus: whether there is a session bus
 * @offers: what is on it
 * @path: the data file
 * @data_error: (nullable): why it could not be read; then the next two say nothing
 * @open: how many crumbs are open
 * @last_away: the last away; its `back_us` is 0 if there was none
 * @program: (nullable): what the running program tells of itself, see bc-cli-report.h
 * @services: (nullable): what it tells of its services
 * @app_problem: (nullable): a sentence, if something owns the program's name and does
 *   not tell, or the bus cannot be reached
 *
 * All that `breadcrumbs status` prints. Never a crumb's text.
 */
typedef struct {
  char *desktop;
  char *session;
  char *install;
  gboolean has_bus;
  BcCliOffers offers;
  char *path;
  GError *data_error;
  guint open;
  BcAway last_away;
  GVariant *program;
  GVariant *services;
  char *app_problem;
} BcCliStatus;

/**
 * bc_cli_status_append_text:
 * @now_us: the time ages are counted to
 */
void bc_cli_status_append_text (const BcCliStatus *self,
                                gint64             now_us,
                                GString           *out);

/**
 * bc_cli_status_append_json:
 *
 * docs/json.md lists the fields.
 */
void bc_cli_status_append_json (const BcCliStatus *self,
                                GString           *out);

G_END_DECLS
