/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-export.h"

G_BEGIN_DECLS

/**
 * BcCliVerb:
 *
 * What `breadcrumbs` was asked to do.
 */
typedef enum {
  BC_CLI_OPEN,
  BC_CLI_BACKGROUND,
  BC_CLI_CAPTURE,
  BC_CLI_RESUME_NEWEST,
  BC_CLI_PREFERENCES,
  BC_CLI_ADD,
  BC_CLI_LAST,
  BC_CLI_LIST,
  BC_CLI_SHOW,
  BC_CLI_RESUME,
  BC_CLI_LATER,
  BC_CLI_LET_GO,
  BC_CLI_UNDO,
  BC_CLI_STATUS,
  BC_CLI_EXPORT,
  BC_CLI_IMPORT,
  BC_CLI_HELP,
  BC_CLI_VERSION,
} BcCliVerb;

/**
 * BcCliOptions:
 * @verb: the verb
 * @help: what is to be printed for %BC_CLI_HELP
 * @words: (nullable): the words after the verb: a line, which may be any bytes,
 *   an id, or a file
 * @next: (nullable): the next step, any bytes
 * @verbatim: whether nothing in the line is read
 * @dry_run: whether nothing is saved
 * @json: whether JSON is wanted
 * @hotkey: whether it was a key that ran this
 * @strict: whether one broken line stops it all
 * @has_format: whether @format was said
 * @format: how it is written down
 * @query: which crumbs are wanted
 *
 * The command line, understood.
 */
typedef struct {
  BcCliVerb verb;
  char *help;
  char **words;
  char *next;
  gboolean verbatim;
  gboolean dry_run;
  gboolean json;
  gboolean hotkey;
  gboolean strict;
  gboolean has_format;
  BcExportFormat format;
  BcQuery query;
  char *search;
  char *topic;
  char *person;
} BcCliOptions;

/**
 * bc_cli_options_parse:
 * @args: (array zero-terminated=1): the arguments, with the program's name first
 * @now: the time, in the local zone
 * @error: return location for %BC_CLI_ERROR_USAGE
 *
 * A pure function.
 *
 * Returns: (transfer full): the options
 */
BcCliOptions *bc_cli_options_parse (const char * const  *args,
                                    GDateTime           *now,
                                    GError             **error);

void bc_cli_options_free (BcCliOptions *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcCliOptions, bc_cli_options_free)

G_END_DECLS
