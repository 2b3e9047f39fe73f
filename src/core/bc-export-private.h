/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-crumb-table.h"

/**
 * BcExportPage:
 * @db: the connection
 * @text: what will be written
 * @last_id: the newest row there was at the beginning
 * @after_id: the row behind which to go on
 * @after_us: and its time, where rows come by time
 * @n_crumbs: how many were written down so far
 * @day: the last day that got a heading, for the diary
 */
typedef struct {
  BcDb *db;
  GString *text;
  gint64 last_id;
  gint64 after_id;
  gint64 after_us;
  gulong n_crumbs;
  int day;
} BcExportPage;

/**
 * BcExportSource:
 * @last: SQL for @last_id
 * @select: SQL for the rows; its parameters are @after_id, @after_us, @last_id
 * @append: writes a row down, and says where to go on
 *
 * A table, and how its rows are written down.
 */
typedef struct {
  const char *last;
  const char *select;
  gboolean (*append) (BcExportPage *page, BcStatement *row, GError **error);
} BcExportSource;

extern const BcExportSource bc_export_json_crumbs;
extern const BcExportSource bc_export_json_aways;
extern const BcExportSource bc_export_csv_crumbs;
extern const BcExportSource bc_export_markdown_crumbs;

void bc_export_csv_append_header (GString *text);

/**
 * BC_EXPORT_LAST_CRUMB, BC_EXPORT_CRUMBS_BY_TIME:
 *
 * SQL for the crumbs that are not in the trash, oldest first.
 */
#define BC_EXPORT_LAST_CRUMB "SELECT ifnull(max(id), 0) FROM crumb"
#define BC_EXPORT_CRUMBS_BY_TIME \
  "SELECT " BC_CRUMB_COLUMNS ", crumb.id FROM crumb " \
  "WHERE crumb.deleted_us IS NULL AND (crumb.created_us, crumb.id) > (?2, ?1) AND crumb.id <= ?3 " \
  "ORDER BY crumb.created_us, crumb.id"

/**
 * bc_export_page_take_crumb:
 * @row: a row that begins with %BC_CRUMB_COLUMNS and the id
 *
 * Reads the crumb, counts it, and goes on behind it.
 *
 * Returns: (transfer full): the crumb
 */
BcCrumb *bc_export_page_take_crumb (BcExportPage *page,
                                    BcStatement  *row);
