/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-crumb.h"

G_BEGIN_DECLS

/**
 * BcHistory:
 * @line: (nullable): the line
 * @kind: the kind, said in the line or afterwards
 * @state: the state; never %BC_CRUMB_TRAIL, which depends on other crumbs
 * @state_us: since when, wall time
 * @reminders: how often it was shown since its last answer
 * @deleted_us: since when it lies in the trash, 0 if it doesn't
 *
 * What the events of one crumb add up to, so far. Start with a zeroed one.
 */
typedef struct {
  BcLine *line;
  BcKind kind;
  BcCrumbState state;
  gint64 state_us;
  guint reminders;
  gint64 deleted_us;
} BcHistory;

/**
 * bc_history_apply:
 * @type: the event's type: "created", "edited", "kind", "resumed", "later", "let-go",
 *   "deleted", "restored" or "reminded"; one not known changes nothing
 * @value: (nullable): the line, or the kind's word
 * @verbatim: whether the line is not to be parsed
 * @at_us: wall time of the event
 *
 * Adds one event, in order. A pure function.
 */
void bc_history_apply (BcHistory  *self,
                       const char *type,
                       const char *value,
                       gboolean    verbatim,
                       gint64      at_us);

void bc_history_clear (BcHistory *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BcHistory, bc_history_clear)

G_END_DECLS
