/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-cli-job.h"

#include <glib/gi18n-lib.h>

#include "bc-cli-app.h"
#include "bc-cli-error.h"
#include "bc-cli-json.h"
#include "bc-paths.h"
#include "bc-schema.h"

typedef struct {
  char *desktop;
  char *session;
  char *path;
  guint open;
  GError *data_error;
  GVariant *services;
  GError *app_error;
} Status;

static void
status_clear (Status *status)
{
  g_free (status->desktop);
  g_free (status->session);
  g_free (status->path);
  g_clear_error (&status->data_error);
  g_clear_pointer (&status->services, g_variant_unref);
  g_clear_error (&status->app_error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Status, status_clear)

static char *
get_session (void)
{
  const char *type = g_getenv ("XDG_SESSION_TYPE");

  if (type != NULL && *type != '\0')
    return bc_cli_text_clean (type);
  if (g_getenv ("WAYLAND_DISPLAY") != NULL)
    return g_strdup ("wayland");

  return g_getenv ("DISPLAY") != NULL ? g_strdup ("x11") : NULL;
}

static void
read_status (BcCliJob *job,
             Status   *status)
{
  const char *desktop = g_getenv ("XDG_CURRENT_DESKTOP");
  g_autoptr (BcJournal) journal = NULL;

  status->desktop = desktop != NULL && *desktop != '\0' ? bc_cli_text_clean (desktop) : NULL;
  status->session = get_session ();
  status->path = bc_paths_get_database ();
  journal = bc_cli_job_open_journal (job, BC_JOURNAL_READ_ONLY, &status->data_error);
  if (journal != NULL)
    bc_journal_count_open (journal, &status->open, &status->data_error);
  status->services = bc_cli_app_get_services (&status->app_error);
}

static void
append_field (GString    *out,
              const char *name,
              const char *value)
{
  g_autofree char *clean = bc_cli_text_clean (value);
  int padding = MAX (0, 14 - (int) g_utf8_strlen (name, -1));

  g_string_append_printf (out, "%s%*s %s\n", name, padding, "", clean);
}

static const char *
get_app_sentence (const Status *status)
{
  if (status->services != NULL)
    return _("running");
  if (g_error_matches (status->app_error, BC_CLI_ERROR, BC_CLI_ERROR_FAILED))
    return status->app_error->message;
  if (g_error_matches (status->app_error, G_DBUS_ERROR, G_DBUS_ERROR_NAME_HAS_NO_OWNER) ||
      g_error_matches (status->app_error, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN))
    return _("not running");

  return _("running, but does not tell");
}

static void
append_data (GString      *out,
             const Status *status)
{
  g_autofree char *number = g_strdup_printf ("%d", BC_SCHEMA_VERSION);
  g_autofree char *open = g_strdup_printf ("%u", status->open);

  append_field (out, _("Data file"), status->path);
  if (status->data_error != NULL)
    {
      append_field (out, _("Data problem"), status->data_error->message);
      return;
    }

  append_field (out, _("Data schema"), number);
  append_field (out, _("Open"), open);
}

static const char *
translate_state (const char *state)
{
  if (g_str_equal (state, "active"))
    return C_("service", "active");
  if (g_str_equal (state, "waiting"))
    return C_("service", "waiting");
  if (g_str_equal (state, "unavailable"))
    return C_("service", "not available");

  return C_("service", "off");
}

static void
append_service (GString      *out,
                GVariantDict *service)
{
  const char *id = "";
  const char *state = "";
  const char *backend = "";
  const char *reason = "";
  const char *refused_by;
  const char *why;
  g_autoptr (GVariantIter) refused = NULL;
  g_autofree char *line = NULL;

  g_variant_dict_lookup (service, "id", "&s", &id);
  g_variant_dict_lookup (service, "state", "&s", &state);
  g_variant_dict_lookup (service, "backend", "&s", &backend);
  g_variant_dict_lookup (service, "reason", "&s", &reason);
  line = g_strdup_printf ("%s%s%s%s%s", translate_state (state),
                          *backend != '\0' ? ", " : "", backend,
                          *reason != '\0' ? ": " : "", reason);
  append_field (out, id, line);

  if (!g_variant_dict_lookup (service, "refused", "a(ss)", &refused))
    return;
  while (g_variant_iter_next (refused, "(&s&s)", &refused_by, &why))
    {
      g_autofree char *refusal = g_strdup_printf (_("not %s: %s"), refused_by, why);

      append_field (out, "", refusal);
    }
}

static void
append_text (GString      *out,
             const Status *status)
{
  append_field (out, _("Version"), BC_VERSION);
  append_field (out, _("App"), get_app_sentence (status));
  append_field (out, _("Desktop"), status->desktop != NULL ? status->desktop : _("unknown"));
  append_field (out, _("Session"), status->session != NULL ? status->session : _("no display"));
  append_data (out, status);
  if (status->services == NULL)
    return;

  g_string_append_c (out, '\n');
  for (gsize i = 0; i < g_variant_n_children (status->services); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (status->services, i);
      g_auto (GVariantDict) service = G_VARIANT_DICT_INIT (child);

      append_service (out, &service);
    }
}

static void
add_data (JsonBuilder  *builder,
          const Status *status)
{
  gboolean well = status->data_error == NULL;

  json_builder_set_member_name (builder, "data");
  json_builder_begin_object (builder);
  bc_cli_json_add_text (builder, "path", status->path);
  bc_cli_json_add_text (builder, "problem", well ? NULL : status->data_error->message);
  json_builder_set_member_name (builder, "schema_version");
  if (well)
    json_builder_add_int_value (builder, BC_SCHEMA_VERSION);
  else
    json_builder_add_null_value (builder);
  json_builder_set_member_name (builder, "open");
  if (well)
    json_builder_add_int_value (builder, status->open);
  else
    json_builder_add_null_value (builder);
  json_builder_end_object (builder);
}

static void
append_json (GString      *out,
             const Status *status)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "schema");
  json_builder_add_int_value (builder, BC_CLI_JSON_SCHEMA);
  bc_cli_json_add_text (builder, "version", BC_VERSION);
  json_builder_set_member_name (builder, "running");
  json_builder_add_boolean_value (builder, status->services != NULL);
  bc_cli_json_add_text (builder, "desktop", status->desktop);
  bc_cli_json_add_text (builder, "session", status->session);
  add_data (builder, status);
  json_builder_set_member_name (builder, "services");
  if (status->services != NULL)
    json_builder_add_value (builder, json_gvariant_serialize (status->services));
  else
    json_builder_add_null_value (builder);
  json_builder_end_object (builder);
  bc_cli_json_append_object (out, builder);
}

gboolean
bc_cli_status (BcCliJob  *job,
               GError   **error)
{
  g_auto (Status) status = { 0 };

  read_status (job, &status);
  if (job->options->json)
    append_json (job->out, &status);
  else
    append_text (job->out, &status);

  return TRUE;
}
