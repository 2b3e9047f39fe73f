/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-cli-status.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bc-cli-fields.h"
#include "bc-cli-report.h"
#include "bc-schema.h"

static const char *
get_fact (const BcCliStatus *self,
          const char        *key)
{
  return self->program != NULL ? bc_cli_report_peek_text (self->program, key) : "";
}

/* What the program has is what counts; this process may have been called from elsewhere. */
static const char *
choose (const char *of_program,
        const char *of_this,
        const char *otherwise)
{
  if (*of_program != '\0')
    return of_program;

  return of_this != NULL ? of_this : otherwise;
}

static void
append_app (const BcCliStatus *self,
            gint64             now_us,
            GString           *out)
{
  g_autofree char *age = NULL;
  gint64 started_us;

  if (self->services == NULL)
    {
      bc_cli_fields_append (out, _("App"), self->app_problem != NULL ? self->app_problem : _("not running"));
      return;
    }

  if (self->program == NULL || !g_variant_lookup (self->program, "started-us", "x", &started_us))
    {
      bc_cli_fields_append (out, _("App"), _("running, of another version"));
      return;
    }

  age = bc_cli_text_format_age (now_us - started_us);
  bc_cli_fields_append_printf (out, _("App"), _("running, version %s, started %s"), get_fact (self, "version"), age);
}

static void
append_session (const BcCliStatus *self,
                GString           *out)
{
  const char *session = choose (get_fact (self, "session"), self->session, _("no display"));
  const char *display = get_fact (self, "display");

  if (*display != '\0' && !g_str_equal (display, session))
    bc_cli_fields_append_printf (out, _("Session"), _("%s, with its windows on %s"), session, display);
  else
    bc_cli_fields_append (out, _("Session"), session);
}

static void
append_place (const BcCliStatus *self,
              GString           *out)
{
  bc_cli_fields_append (out, _("Installed in"), choose (get_fact (self, "install"), self->install, _("unknown")));
  bc_cli_fields_append (out, _("Desktop"), choose (get_fact (self, "desktop"), self->desktop, _("unknown")));
  append_session (self, out);
  if (self->program == NULL)
    return;

  bc_cli_fields_append_printf (out, _("Libraries"), "GTK %s, libadwaita %s, GLib %s", get_fact (self, "gtk"),
                               get_fact (self, "adwaita"), get_fact (self, "glib"));
  bc_cli_fields_append (out, _("Language"), get_fact (self, "locale"));
}

static void
append_offers (const BcCliOffers *offers,
               GString           *out)
{
  if (offers->shortcuts > 0)
    bc_cli_fields_append_printf (out, _("Portal"), _("offers global hotkeys, version %u"), offers->shortcuts);
  else
    bc_cli_fields_append (out, _("Portal"), offers->has_portal ? _("offers no global hotkeys") : _("none runs"));
  bc_cli_fields_append (out, _("Notifications"), offers->notifications != NULL ? offers->notifications : _("none answers"));
  bc_cli_fields_append (out, _("Tray"), offers->has_tray ? _("a panel shows icons") : _("no panel shows icons"));
}

static char *
format_causes (guint causes)
{
  static const char * const names[] = { NC_("away", "idle"), NC_("away", "lock"), NC_("away", "sleep") };
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (causes & (1u << i))
        g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "",
                                g_dpgettext2 (GETTEXT_PACKAGE, "away", names[i]));
    }

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static void
append_last_away (const BcAway *away,
                  gint64        now_us,
                  GString      *out)
{
  g_autofree char *duration = bc_cli_text_format_duration (away->duration_us);
  g_autofree char *causes = format_causes (away->causes);
  g_autofree char *age = bc_cli_text_format_age (now_us - away->back_us);

  if (away->back_us == 0)
    bc_cli_fields_append (out, _("Last away"), _("none yet"));
  else
    /* Translators: how long, why (idle, lock, sleep), and how long ago that ended */
    bc_cli_fields_append_printf (out, _("Last away"), _("%s (%s), back %s"), duration, causes, age);
}

/* A bug report need not name its writer. */
static char *
shorten (const char *path)
{
  const char *home = g_get_home_dir ();

  if (!g_str_has_prefix (path, home) || path[strlen (home)] != '/')
    return g_strdup (path);

  return g_strconcat ("~", path + strlen (home), NULL);
}

static void
append_data (const BcCliStatus *self,
             gint64             now_us,
             GString           *out)
{
  g_autofree char *path = shorten (self->path);

  bc_cli_fields_append (out, _("Data file"), path);
  if (self->data_error != NULL)
    {
      bc_cli_fields_append (out, _("Data problem"), self->data_error->message);
      return;
    }

  bc_cli_fields_append_printf (out, _("Data schema"), "%d", BC_SCHEMA_VERSION);
  bc_cli_fields_append_printf (out, _("Open"), "%u", self->open);
  append_last_away (&self->last_away, now_us, out);
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
  if (g_str_equal (state, "off"))
    return C_("service", "off");

  return *state != '\0' ? state : _("unknown");
}

static void
append_state (GVariant *service,
              GString  *out)
{
  const char *state = bc_cli_report_peek_text (service, "state");
  const char *backend = bc_cli_report_peek_text (service, "backend");
  const char *reason = bc_cli_report_peek_text (service, "reason");
  gboolean names_backend = *backend != '\0' && !g_str_equal (state, "unavailable");

  bc_cli_fields_append_printf (out, bc_cli_report_peek_text (service, "id"), "%s%s%s%s%s",
                               translate_state (state),
                               names_backend ? ", " : "", names_backend ? backend : "",
                               *reason != '\0' ? ": " : "", reason);
}

static void
append_events (GVariant *service,
               gint64    now_us,
               GString  *out)
{
  g_autofree char *age = NULL;
  guint events = 0;
  gint64 last_us = 0;

  g_variant_lookup (service, "events", "u", &events);
  g_variant_lookup (service, "last-event-us", "x", &last_us);
  if (events == 0)
    return;

  age = bc_cli_text_format_age (now_us - last_us);
  /* Translators: the last event's technical name, and how long ago it was */
  bc_cli_fields_append_printf (out, "", ngettext ("%u event: “%s”, %s", "%u events, the last “%s”, %s", events),
                               events, bc_cli_report_peek_text (service, "last-event"), age);
}

static void
append_refused (GVariant *service,
                GString  *out)
{
  const char *reason = bc_cli_report_peek_text (service, "reason");
  g_autoptr (GVariantIter) refused = NULL;
  const char *backend;
  const char *why;

  if (!g_variant_lookup (service, "refused", "a(ss)", &refused))
    return;
  while (g_variant_iter_next (refused, "(&s&s)", &backend, &why))
    {
      if (!g_str_equal (why, reason))
        bc_cli_fields_append_printf (out, "", _("not %s: %s"), backend, why);
    }
}

void
bc_cli_status_append_text (const BcCliStatus *self,
                           gint64             now_us,
                           GString           *out)
{
  bc_cli_fields_append (out, _("Version"), BC_VERSION);
  append_app (self, now_us, out);
  append_place (self, out);
  if (self->has_bus)
    append_offers (&self->offers, out);
  append_data (self, now_us, out);

  for (gsize i = 0; self->services != NULL && i < g_variant_n_children (self->services); i++)
    {
      g_autoptr (GVariant) service = g_variant_get_child_value (self->services, i);

      g_string_append (out, i == 0 ? "\n" : "");
      append_state (service, out);
      append_events (service, now_us, out);
      append_refused (service, out);
    }
}
