/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-export-private.h"
#include "bc-json.h"

static void
add_uuid (JsonBuilder *builder,
          const char  *name,
          BcStatement *row,
          int          column)
{
  BcUuid uuid;
  g_autofree char *text = bc_statement_get_uuid (row, column, &uuid) ? bc_uuid_to_string (&uuid) : NULL;

  bc_json_add_text (builder, name, text);
}

static void
add_time (JsonBuilder *builder,
          const char  *name,
          gint64       time_us)
{
  g_autofree char *text = bc_json_format_time (time_us);

  bc_json_add_text (builder, name, text);
}

static void
add_boolean (JsonBuilder *builder,
             const char  *name,
             gboolean     value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

static void
add_event (JsonBuilder *builder,
           BcStatement *row)
{
  BcUuid undoes;

  json_builder_begin_object (builder);
  add_uuid (builder, "id", row, 0);
  bc_json_add_text (builder, "type", bc_statement_get_text (row, 3));
  add_time (builder, "at", bc_statement_get_int64 (row, 2));
  add_uuid (builder, "device", row, 1);
  if (bc_statement_get_text (row, 4) != NULL)
    bc_json_add_text (builder, "value", bc_statement_get_text (row, 4));
  if (bc_statement_get_int64 (row, 5) != 0)
    add_boolean (builder, "verbatim", TRUE);
  if (bc_statement_get_uuid (row, 6, &undoes))
    add_uuid (builder, "undoes", row, 6);
  json_builder_end_object (builder);
}

/* What was settled follows from the other crumbs, and is settled anew where these are read. */
static gboolean
add_events (JsonBuilder  *builder,
            BcDb         *db,
            gint64        crumb,
            GError      **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (BcStatement) select =
    bc_db_prepare (db,
                   "SELECT uuid, device, at_us, type, value, verbatim, undoes FROM event "
                   "WHERE crumb_id = ? AND type <> 'settled' ORDER BY id",
                   error);

  if (select == NULL)
    return FALSE;

  json_builder_set_member_name (builder, "events");
  json_builder_begin_array (builder);
  bc_statement_bind_int64 (select, 1, crumb);
  while (bc_statement_next (select, &local))
    add_event (builder, select);
  json_builder_end_array (builder);

  if (local == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

static JsonBuilder *
begin_record (const char *type)
{
  JsonBuilder *builder = bc_json_begin_object ();

  bc_json_add_text (builder, "type", type);

  return builder;
}

static gboolean
append_crumb (BcExportPage  *page,
              BcStatement   *row,
              GError       **error)
{
  g_autoptr (BcCrumb) crumb = bc_export_page_take_crumb (page, row);
  g_autoptr (JsonBuilder) builder = begin_record ("crumb");

  bc_json_add_crumb (builder, crumb);
  add_boolean (builder, "verbatim", bc_line_is_verbatim (bc_crumb_get_line (crumb)));
  add_boolean (builder, "deleted", bc_crumb_is_deleted (crumb));
  if (!add_events (builder, page->db, page->after_id, error))
    return FALSE;

  json_builder_end_object (builder);
  bc_json_append_object (page->text, builder);

  return TRUE;
}

static gboolean
append_away (BcExportPage  *page,
             BcStatement   *row,
             GError       **error)
{
  g_autoptr (JsonBuilder) builder = begin_record ("away");

  page->after_id = bc_statement_get_int64 (row, 0);
  add_uuid (builder, "id", row, 1);
  add_uuid (builder, "device", row, 2);
  add_time (builder, "left", bc_statement_get_int64 (row, 3));
  add_time (builder, "back", bc_statement_get_int64 (row, 4));
  json_builder_set_member_name (builder, "duration_us");
  json_builder_add_int_value (builder, bc_statement_get_int64 (row, 5));
  bc_json_add_causes (builder, (guint) bc_statement_get_int64 (row, 6));
  json_builder_end_object (builder);
  bc_json_append_object (page->text, builder);

  return TRUE;
}

const BcExportSource bc_export_json_crumbs = {
  .last = BC_EXPORT_LAST_CRUMB,
  .select = "SELECT " BC_CRUMB_COLUMNS ", crumb.id FROM crumb WHERE crumb.id > ?1 AND crumb.id <= ?3 ORDER BY crumb.id",
  .append = append_crumb,
};

const BcExportSource bc_export_json_aways = {
  .last = "SELECT ifnull(max(id), 0) FROM away",
  .select = "SELECT id, uuid, device, left_us, back_us, duration_us, causes FROM away "
            "WHERE id > ?1 AND id <= ?3 ORDER BY id",
  .append = append_away,
};
