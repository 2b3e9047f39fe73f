/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-context.h"
#include "bc-line.h"

G_BEGIN_DECLS

/**
 * BcCrumbState:
 * @BC_CRUMB_OPEN: not yet resumed nor let go
 * @BC_CRUMB_TRAIL: a newer crumb of the same topic took its place
 * @BC_CRUMB_RESUMED: resumed
 * @BC_CRUMB_LET_GO: let go
 * @BC_CRUMB_PARKED: an ask that waits
 * @BC_CRUMB_ANSWERED: an ask that was answered
 * @BC_CRUMB_DROPPED: an ask that was dropped
 * @BC_CRUMB_ROUTED: an ask that was given to an owner
 * @BC_CRUMB_TAKEN: an ask that became a crumb
 */
typedef enum {
  BC_CRUMB_OPEN,
  BC_CRUMB_TRAIL,
  BC_CRUMB_RESUMED,
  BC_CRUMB_LET_GO,
  BC_CRUMB_PARKED,
  BC_CRUMB_ANSWERED,
  BC_CRUMB_DROPPED,
  BC_CRUMB_ROUTED,
  BC_CRUMB_TAKEN,
} BcCrumbState;

/**
 * bc_crumb_state_to_string:
 *
 * Returns: the state's word in the data file and in JSON, such as "let-go"
 */
const char *bc_crumb_state_to_string (BcCrumbState state);

/**
 * bc_crumb_state_from_string:
 * @state: (out): the state
 *
 * Returns: whether @word is a state
 */
gboolean bc_crumb_state_from_string (const char   *word,
                                     BcCrumbState *state);

#define BC_TYPE_CRUMB (bc_crumb_get_type ())
G_DECLARE_FINAL_TYPE (BcCrumb, bc_crumb, BC, CRUMB, GObject)

/**
 * BcCrumb:
 *
 * One saved line as it stands in the store at one moment. Immutable: a change
 * makes a new object with the same id. May be shared between threads.
 */

/**
 * BcCrumbFields:
 * @id: the UUID's text form
 * @created_us: wall time, microseconds since 1970 UTC
 * @line: the line
 * @kind: what the interruption was, said in the line or afterwards
 * @state: the state
 * @state_us: wall time since when it is in @state
 * @reminders: how often it was shown on a return since its last answer
 * @deleted: whether it lies in the trash
 * @context: (nullable): where it was written
 *
 * What bc_crumb_new() takes.
 */
typedef struct {
  const char *id;
  gint64 created_us;
  BcLine *line;
  BcKind kind;
  BcCrumbState state;
  gint64 state_us;
  guint reminders;
  gboolean deleted;
  BcContext *context;
} BcCrumbFields;

/**
 * bc_crumb_new:
 * @fields: the fields, copied or referenced
 *
 * Returns: (transfer full): the crumb
 */
BcCrumb *bc_crumb_new (const BcCrumbFields *fields);

const char  *bc_crumb_get_id         (BcCrumb *self);
gint64       bc_crumb_get_created_us (BcCrumb *self);
BcLine      *bc_crumb_get_line       (BcCrumb *self);

/**
 * bc_crumb_get_kind:
 *
 * Returns: what the interruption was, said in the line or afterwards
 */
BcKind       bc_crumb_get_kind       (BcCrumb *self);
BcCrumbState bc_crumb_get_state      (BcCrumb *self);
gint64       bc_crumb_get_state_us   (BcCrumb *self);
guint        bc_crumb_get_reminders  (BcCrumb *self);
gboolean     bc_crumb_is_deleted     (BcCrumb *self);

/**
 * bc_crumb_get_context:
 *
 * Returns: (transfer none) (nullable): where it was written
 */
BcContext *bc_crumb_get_context (BcCrumb *self);

/**
 * bc_crumb_get_headline:
 *
 * Returns: what leads everywhere: next step, else where; a translated word for
 *   a mark
 */
const char *bc_crumb_get_headline (BcCrumb *self);

G_END_DECLS
