/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "bc-event-table.h"

G_BEGIN_DECLS

/**
 * BC_RECORD_ERROR:
 *
 * Why a line is no record.
 */
#define BC_RECORD_ERROR (bc_record_error_quark ())
GQuark bc_record_error_quark (void);

/**
 * BcRecordError:
 * @BC_RECORD_ERROR_SYNTAX: it is not one JSON object in UTF-8
 * @BC_RECORD_ERROR_SCHEMA: it is of a kind or schema that is not known
 * @BC_RECORD_ERROR_FIELD: a field is missing or makes no sense
 */
typedef enum {
  BC_RECORD_ERROR_SYNTAX,
  BC_RECORD_ERROR_SCHEMA,
  BC_RECORD_ERROR_FIELD,
} BcRecordError;

/**
 * BcRecord:
 * @number: the number of its line, for whoever keeps several; 0 if that was not set
 * @root: owns all text below
 * @is_away: whether it is an away
 * @uuid: the identity of the crumb or away
 * @created_us: when the crumb was left, wall time
 * @context: (nullable): where
 * @events: (element-type BcEvent): all that happened to the crumb, in order, each once, the first
 *   being "created"; without rows
 * @away: the away
 * @device: the machine it was on
 *
 * One line of an export, understood.
 */
typedef struct {
  gulong number;
  JsonNode *root;
  gboolean is_away;
  BcUuid uuid;
  gint64 created_us;
  BcContext *context;
  GArray *events;
  BcAway away;
  BcUuid device;
} BcRecord;

/**
 * bc_record_parse:
 * @text: (array length=length): any bytes, and a NUL behind them
 * @error: return location for a #BcRecordError or #BcLineError
 *
 * Reads a line that bc_export_run() wrote, or anything else. Fields that are not known are skipped. A pure
 * function.
 *
 * Returns: (transfer full): the record
 */
BcRecord *bc_record_parse (const char  *text,
                           gsize        length,
                           GError     **error);

void bc_record_free (BcRecord *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcRecord, bc_record_free)

G_END_DECLS
