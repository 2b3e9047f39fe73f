/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-db.h"

G_BEGIN_DECLS

/**
 * bc_tag_table_set:
 * @crumb: a crumb's row
 * @line: its line
 * @created_us: when it was written
 *
 * Makes the tags of a crumb those of @line, and remembers them for completion.
 */
gboolean bc_tag_table_set (BcDb    *db,
                           gint64   crumb,
                           BcLine  *line,
                           gint64   created_us,
                           GError **error);

/**
 * bc_tag_table_get_topics:
 * @crumb: a crumb's row
 * @keys: (element-type utf8): the folded topics are added, each once
 */
gboolean bc_tag_table_get_topics (BcDb       *db,
                                  gint64      crumb,
                                  GPtrArray  *keys,
                                  GError    **error);

/**
 * bc_tag_table_get_words:
 *
 * Returns: (transfer full) (array zero-terminated=1): see bc_journal_get_words()
 */
char **bc_tag_table_get_words (BcDb        *db,
                               BcWordType   type,
                               guint        limit,
                               GError     **error);

G_END_DECLS
