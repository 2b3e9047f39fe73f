/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-cli-status.h"

#include "bc-json.h"
#include "bc-schema.h"

static void
add_number (JsonBuilder *builder,
            const char  *name,
            gboolean     known,
            gint64       number)
{
  json_builder_set_member_name (builder, name);
  if (known)
    json_builder_add_int_value (builder, number);
  else
    json_builder_add_null_value (builder);
}

static void
add_variant (JsonBuilder *builder,
             const char  *name,
             GVariant    *variant)
{
  json_builder_set_member_name (builder, name);
  if (variant != NULL)
    json_builder_add_value (builder, json_gvariant_serialize (variant));
  else
    json_builder_add_null_value (builder);
}

static void
add_data (JsonBuilder       *builder,
          const BcCliStatus *self)
{
  gboolean well = self->data_error == NULL;

  json_builder_set_member_name (builder, "data");
  json_builder_begin_object (builder);
  bc_json_add_text (builder, "path", self->path);
  bc_json_add_text (builder, "problem", well ? NULL : self->data_error->message);
  add_number (builder, "schema_version", well, BC_SCHEMA_VERSION);
  add_number (builder, "open", well, self->open);
  json_builder_end_object (builder);
}

static void
add_last_away (JsonBuilder  *builder,
               const BcAway *away)
{
  g_autofree char *left = bc_json_format_time (away->left_us);
  g_autofree char *back = bc_json_format_time (away->back_us);

  json_builder_set_member_name (builder, "last_away");
  if (away->back_us == 0)
    {
      json_builder_add_null_value (builder);
      return;
    }

  json_builder_begin_object (builder);
  bc_json_add_text (builder, "left", left);
  bc_json_add_text (builder, "back", back);
  add_number (builder, "duration_s", TRUE, away->duration_us / G_USEC_PER_SEC);
  bc_json_add_causes (builder, away->causes);
  json_builder_end_object (builder);
}

static void
add_offers (JsonBuilder       *builder,
            const BcCliStatus *self)
{
  json_builder_set_member_name (builder, "bus");
  if (!self->has_bus)
    {
      json_builder_add_null_value (builder);
      return;
    }

  json_builder_begin_object (builder);
  add_number (builder, "global_shortcuts", self->offers.shortcuts > 0, self->offers.shortcuts);
  bc_json_add_text (builder, "notifications", self->offers.notifications);
  json_builder_set_member_name (builder, "tray_host");
  json_builder_add_boolean_value (builder, self->offers.has_tray);
  json_builder_end_object (builder);
}

void
bc_cli_status_append_json (const BcCliStatus *self,
                           GString           *out)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_number (builder, "schema", TRUE, BC_JSON_SCHEMA);
  bc_json_add_text (builder, "version", BC_VERSION);
  bc_json_add_text (builder, "install", self->install);
  json_builder_set_member_name (builder, "running");
  json_builder_add_boolean_value (builder, self->services != NULL);
  bc_json_add_text (builder, "problem", self->app_problem);
  bc_json_add_text (builder, "desktop", self->desktop);
  bc_json_add_text (builder, "session", self->session);
  add_offers (builder, self);
  add_data (builder, self);
  add_last_away (builder, &self->last_away);
  add_variant (builder, "app", self->program);
  add_variant (builder, "services", self->services);
  json_builder_end_object (builder);
  bc_json_append_object (out, builder);
}
