/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-service-row.h"

#include <glib/gi18n-lib.h>

#include "bc-age.h"

struct _BcServiceRow {
  AdwExpanderRow parent_instance;

  GtkImage *icon;
  AdwActionRow *reason;
  AdwActionRow *last_event;
  GPtrArray *refusals;
  BcServiceStatus *status;
};

G_DEFINE_FINAL_TYPE (BcServiceRow, bc_service_row, ADW_TYPE_EXPANDER_ROW)

static const struct {
  const char *id;
  const char *name;
} service_names[] = {
  { "hotkey", NC_("service", "Hotkey") },
  { "idle", NC_("service", "Idle Time") },
  { "lock", NC_("service", "Screen Lock") },
  { "sleep", NC_("service", "Suspend") },
  { "tray", NC_("service", "Tray Icon") },
  { "background", NC_("service", "Background Status") },
  { "notifier", NC_("service", "Notifications") },
  { "focus", NC_("service", "Active Window") },
};

static const struct {
  const char *label;
  const char *icon;
  const char *css_class;
} states[] = {
  [BC_SERVICE_STATE_OFF] = { NC_("service state", "Off"), "bc-off-symbolic", "dim-label" },
  [BC_SERVICE_STATE_WAITING] = { NC_("service state", "Waiting"), "bc-trail-symbolic", "dim-label" },
  [BC_SERVICE_STATE_ACTIVE] = { NC_("service state", "Working"), "bc-resumed-symbolic", "success" },
  [BC_SERVICE_STATE_UNAVAILABLE] = { NC_("service state", "Not available"), "bc-let-go-symbolic", "warning" },
};

static const char *
get_service_name (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (service_names); i++)
    {
      if (g_str_equal (service_names[i].id, id))
        return g_dpgettext2 (GETTEXT_PACKAGE, "service", service_names[i].name);
    }

  return id;
}

static AdwActionRow *
new_inner_row (const char *title,
               const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);

  return ADW_ACTION_ROW (row);
}

static void
update_state (BcServiceRow *self)
{
  BcServiceState state = bc_service_status_get_state (self->status);
  const char *label = g_dpgettext2 (GETTEXT_PACKAGE, "service state", states[state].label);
  const char *backend = bc_service_status_get_backend (self->status);
  const char *reason = bc_service_status_get_reason (self->status);
  const char *css_classes[] = { states[state].css_class, NULL };
  /* Translators: a state and the technical name of a backend, such as "Working · x11" */
  g_autofree char *with_backend = g_strdup_printf (_("%s · %s"), label, backend != NULL ? backend : "");

  gtk_image_set_from_icon_name (self->icon, states[state].icon);
  gtk_widget_set_css_classes (GTK_WIDGET (self->icon), css_classes);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), backend != NULL ? with_backend : label);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->reason), reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), reason != NULL);
}

static void
update_last_event (BcServiceRow *self)
{
  const char *event = bc_service_status_get_last_event (self->status);
  g_autofree char *age = NULL;
  g_autofree char *text = NULL;

  if (event == NULL)
    {
      adw_action_row_set_subtitle (self->last_event, _("Nothing yet"));
      return;
    }

  age = bc_age_sentence (bc_service_status_get_last_event_us (self->status), g_get_real_time ());
  /* Translators: what was received, and how long ago */
  text = g_strdup_printf (_("%s · %s"), event, age);
  adw_action_row_set_subtitle (self->last_event, text);
}

static void
update_refusals (BcServiceRow *self)
{
  g_auto (GStrv) refused = bc_service_status_get_refused (self->status);

  while (self->refusals->len > 0)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self),
                             g_ptr_array_steal_index (self->refusals, self->refusals->len - 1));

  for (gsize i = 0; refused[i] != NULL; i++)
    {
      AdwActionRow *row = new_inner_row (refused[i], bc_service_status_get_refusal (self->status, refused[i]));

      gtk_widget_add_css_class (GTK_WIDGET (row), "dim-label");
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (row));
      g_ptr_array_add (self->refusals, row);
    }
}

static void
bc_service_row_map (GtkWidget *widget)
{
  update_last_event (BC_SERVICE_ROW (widget));

  GTK_WIDGET_CLASS (bc_service_row_parent_class)->map (widget);
}

static void
bc_service_row_finalize (GObject *object)
{
  BcServiceRow *self = BC_SERVICE_ROW (object);

  g_clear_object (&self->status);
  g_ptr_array_unref (self->refusals);

  G_OBJECT_CLASS (bc_service_row_parent_class)->finalize (object);
}

static void
bc_service_row_class_init (BcServiceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bc_service_row_finalize;
  GTK_WIDGET_CLASS (klass)->map = bc_service_row_map;
}

static void
bc_service_row_init (BcServiceRow *self)
{
  self->refusals = g_ptr_array_new ();
  self->icon = GTK_IMAGE (gtk_image_new ());
  self->reason = new_inner_row ("", NULL);
  self->last_event = new_inner_row (_("Last received"), NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->icon));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->reason));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->last_event));
}

GtkWidget *
bc_service_row_new (BcServiceStatus *status)
{
  BcServiceRow *self = g_object_new (BC_TYPE_SERVICE_ROW, NULL);

  self->status = g_object_ref (status);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 get_service_name (bc_service_status_get_id (status)));
  g_signal_connect_object (status, "notify::state", G_CALLBACK (update_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (status, "notify::backend", G_CALLBACK (update_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (status, "notify::reason", G_CALLBACK (update_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (status, "notify::last-event-us", G_CALLBACK (update_last_event), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (status, "notify::refusals", G_CALLBACK (update_refusals), self, G_CONNECT_SWAPPED);
  update_state (self);
  update_last_event (self);
  update_refusals (self);

  return GTK_WIDGET (self);
}
