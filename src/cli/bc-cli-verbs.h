/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-cli-options.h"

G_BEGIN_DECLS

/**
 * BcCliTakes:
 *
 * The options a verb takes.
 */
typedef enum {
  BC_CLI_TAKES_JSON   = 1 << 0,
  BC_CLI_TAKES_LINE   = 1 << 1,
  BC_CLI_TAKES_FILTER = 1 << 2,
  BC_CLI_TAKES_LIMIT  = 1 << 3,
  BC_CLI_TAKES_HOTKEY = 1 << 4,
  BC_CLI_TAKES_FORMAT = 1 << 5,
  BC_CLI_TAKES_STRICT = 1 << 6,
} BcCliTakes;

/**
 * BcCliVerbInfo:
 * @word: the verb as typed
 * @verb: the verb
 * @takes: a set of #BcCliTakes
 * @min_words: how many words must follow
 * @max_words: how many words may follow
 * @words: (nullable): what the words are, for the help
 * @summary: what it does, not translated yet
 */
typedef struct {
  const char *word;
  BcCliVerb verb;
  guint takes;
  guint min_words;
  guint max_words;
  const char *words;
  const char *summary;
} BcCliVerbInfo;

/**
 * bc_cli_verbs_find:
 *
 * Returns: (nullable): the verb typed as @word
 */
const BcCliVerbInfo *bc_cli_verbs_find (const char *word);

/**
 * bc_cli_verbs_format_help:
 *
 * Returns: (transfer full): the text of `breadcrumbs --help`
 */
char *bc_cli_verbs_format_help (void);

G_END_DECLS
