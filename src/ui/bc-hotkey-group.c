/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-hotkey-group.h"

#include <glib/gi18n-lib.h>

#include "bc-capture-command.h"
#include "bc-hotkey-advice.h"
#include "bc-press-row.h"
#include "bc-shortcut-window.h"

struct _BcHotkeyGroup {
  AdwPreferencesGroup parent_instance;

  AdwActionRow *key_row;
  GtkLabel *key_label;
  AdwExpanderRow *route_row;
  AdwActionRow *desktop_row;
  GtkWidget *configure_button;
  AdwActionRow *ask_row;
  GtkWidget *ask_button;
  AdwActionRow *add_row;
  GtkWidget *add_button;
  GtkWidget *remove_row;
  GtkWidget *remove_button;
  BcPressRow *press_row;
  AdwActionRow *advice_row;
  AdwActionRow *line_row;
  AdwActionRow *command_row;

  BcSettings *settings;
  BcServiceStatus *status;
  GPtrArray *refusals;
  char *command;
};

G_DEFINE_FINAL_TYPE (BcHotkeyGroup, bc_hotkey_group, ADW_TYPE_PREFERENCES_GROUP)

static gboolean
is_active (BcHotkeyGroup *self)
{
  return self->status != NULL && bc_service_status_get_state (self->status) == BC_SERVICE_STATE_ACTIVE;
}

static const char *
get_route (BcHotkeyGroup *self)
{
  return is_active (self) ? bc_service_status_get_backend (self->status) : NULL;
}

static void
update_advice (BcHotkeyGroup *self)
{
  g_autoptr (BcHotkeyAdvice) advice = bc_hotkey_advice_new (g_getenv ("XDG_CURRENT_DESKTOP"), get_route (self),
                                                            bc_settings_get_hotkey (self->settings), self->command);
  gboolean silent;

  g_object_get (self->press_row, "silent", &silent, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->advice_row), advice->text);
  gtk_widget_set_visible (GTK_WIDGET (self->advice_row), silent);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->line_row), advice->line != NULL ? advice->line : "");
  gtk_widget_set_visible (GTK_WIDGET (self->line_row),
                          silent && advice->line != NULL && !g_str_equal (advice->line, self->command));
  adw_action_row_set_subtitle (self->desktop_row, advice->text);
  gtk_widget_set_visible (GTK_WIDGET (self->desktop_row), g_strcmp0 (get_route (self), "portal") == 0);
}

/* A desktop with a key of its own for it does not ask which one is preferred here. */
static void
update_key (BcHotkeyGroup *self)
{
  const char *hotkey = bc_settings_get_hotkey (self->settings);
  GdkModifierType modifiers = 0;
  guint keyval = 0;
  g_autofree char *label = NULL;

  if (hotkey != NULL && gtk_accelerator_parse (hotkey, &keyval, &modifiers) && keyval != 0)
    label = gtk_accelerator_get_label (keyval, modifiers);

  gtk_label_set_text (self->key_label, label != NULL ? label : C_("hotkey", "None"));
  gtk_widget_set_visible (GTK_WIDGET (self->key_label), get_route (self) == NULL || g_str_equal (get_route (self), "x11"));
  update_advice (self);
}

static void
update_reason (BcHotkeyGroup *self)
{
  BcServiceState state = bc_service_status_get_state (self->status);
  const char *reason = bc_service_status_get_reason (self->status);

  adw_action_row_set_subtitle (self->key_row, reason != NULL ? reason : "");
  if (state == BC_SERVICE_STATE_ACTIVE || state == BC_SERVICE_STATE_OFF)
    gtk_widget_remove_css_class (GTK_WIDGET (self->key_row), "warning");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->key_row), "warning");
}

static void
add_refusal (BcHotkeyGroup *self,
             const char    *route)
{
  const char *name = bc_hotkey_route_name (route);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name != NULL ? name : route);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), bc_service_status_get_refusal (self->status, route));
  adw_expander_row_add_row (self->route_row, row);
  g_ptr_array_add (self->refusals, row);
}

static void
update_route (BcHotkeyGroup *self)
{
  g_auto (GStrv) refused = bc_service_status_get_refused (self->status);
  const char *name = bc_hotkey_route_name (get_route (self));
  const char *about_shortcut = bc_service_status_get_refusal (self->status, "gnome");

  adw_expander_row_set_subtitle (self->route_row, name != NULL ? name : _("None that works yet"));
  for (guint i = 0; i < self->refusals->len; i++)
    adw_expander_row_remove (self->route_row, g_ptr_array_index (self->refusals, i));
  g_ptr_array_set_size (self->refusals, 0);
  for (gsize i = 0; refused[i] != NULL; i++)
    add_refusal (self, refused[i]);
  adw_expander_row_set_enable_expansion (self->route_row, refused[0] != NULL);
  adw_action_row_set_subtitle (self->add_row, about_shortcut != NULL ? about_shortcut : "");
}

static void
status_changed_cb (BcHotkeyGroup *self)
{
  update_reason (self);
  update_route (self);
  update_key (self);
}

static void
chosen_cb (BcHotkeyGroup *self,
           const char    *accelerator)
{
  bc_settings_set_hotkey (self->settings, accelerator);
}

static void
set_key_cb (BcHotkeyGroup *self)
{
  BcShortcutWindow *window = bc_shortcut_window_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));

  g_signal_connect_object (window, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
copy (BcHotkeyGroup *self,
      const char    *text)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_PREFERENCES_WINDOW);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  if (window != NULL)
    adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (window), adw_toast_new (_("Copied")));
}

static void
copy_line_cb (BcHotkeyGroup *self)
{
  copy (self, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->line_row)));
}

static void
copy_command_cb (BcHotkeyGroup *self)
{
  copy (self, self->command);
}

static void
bc_hotkey_group_dispose (GObject *object)
{
  bc_hotkey_group_release (BC_HOTKEY_GROUP (object));

  G_OBJECT_CLASS (bc_hotkey_group_parent_class)->dispose (object);
}

static void
bc_hotkey_group_finalize (GObject *object)
{
  BcHotkeyGroup *self = BC_HOTKEY_GROUP (object);

  g_ptr_array_unref (self->refusals);
  g_free (self->command);

  G_OBJECT_CLASS (bc_hotkey_group_parent_class)->finalize (object);
}

static void
bc_hotkey_group_class_init (BcHotkeyGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bc_hotkey_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = bc_hotkey_group_finalize;

  g_type_ensure (BC_TYPE_PRESS_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, BC_APP_PATH "/ui/bc-hotkey-group.ui");
  gtk_widget_class_bind_template_child (widget_class, BcHotkeyGroup, key_row);
  gtk_widget_class_bind_template_child (widget_class, BcHotkeyGroup, key_label);
  gtk_widget_class_bind_template_child (widget_class, BcHotkeyGroup, route_row);
  gtk_widget_class_bind_template_child (widget_class, BcHotkeyGroup, desktop_row);
  gtk_widget_class_bind_template_child (widget_class, BcHotkeyGroup, configure_button);
  gtk_widget_class_bind_template_child (widget_class, BcHotkeyGroup, ask_row);
  gtk_widget_class_bind_template_child (widget_class, BcHotkeyGroup, ask_button);
  gtk_widget_class_bind_template_child (widget_class, BcHotkeyGroup, add_row);
  gtk_widget_class_bind_template_child (widget_class, BcHotkeyGroup, add_button);
  gtk_widget_class_bind_template_child (widget_class, BcHotkeyGroup, remove_row);
  gtk_widget_class_bind_template_child (widget_class, BcHotkeyGroup, remove_button);
  gtk_widget_class_bind_template_child (widget_class, BcHotkeyGroup, press_row);
  gtk_widget_class_bind_template_child (widget_class, BcHotkeyGroup, advice_row);
  gtk_widget_class_bind_template_child (widget_class, BcHotkeyGroup, line_row);
  gtk_widget_class_bind_template_child (widget_class, BcHotkeyGroup, command_row);
  gtk_widget_class_bind_template_callback (widget_class, set_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_line_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_command_cb);
}

/* A button is sensitive while its action is enabled. */
static void
show_while_enabled (gpointer   row,
                    GtkWidget *button)
{
  g_object_bind_property (button, "sensitive", row, "visible", G_BINDING_SYNC_CREATE);
}

static void
bc_hotkey_group_init (BcHotkeyGroup *self)
{
  self->refusals = g_ptr_array_new ();
  self->command = bc_capture_command ();
  gtk_widget_init_template (GTK_WIDGET (self));

  adw_action_row_set_subtitle (self->command_row, self->command);
  show_while_enabled (self->configure_button, self->configure_button);
  show_while_enabled (self->ask_row, self->ask_button);
  show_while_enabled (self->add_row, self->add_button);
  show_while_enabled (self->remove_row, self->remove_button);
}

void
bc_hotkey_group_set_settings (BcHotkeyGroup *self,
                              BcSettings    *settings)
{
  self->settings = g_object_ref (settings);
  g_signal_connect_object (settings, "notify::hotkey", G_CALLBACK (update_key), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->press_row, "notify::silent", G_CALLBACK (update_advice), self, G_CONNECT_SWAPPED);
  update_key (self);
}

void
bc_hotkey_group_set_status (BcHotkeyGroup   *self,
                            BcServiceStatus *status)
{
  self->status = g_object_ref (status);
  bc_press_row_set_status (self->press_row, status);
  g_signal_connect_object (status, "notify::state", G_CALLBACK (status_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (status, "notify::backend", G_CALLBACK (status_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (status, "notify::reason", G_CALLBACK (status_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (status, "notify::refusals", G_CALLBACK (status_changed_cb), self, G_CONNECT_SWAPPED);
  status_changed_cb (self);
}

void
bc_hotkey_group_release (BcHotkeyGroup *self)
{
  if (self->settings != NULL)
    g_signal_handlers_disconnect_by_data (self->settings, self);
  if (self->status != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->status, self);
      g_signal_handlers_disconnect_by_data (self->press_row, self);
      bc_press_row_set_status (self->press_row, NULL);
    }
  g_clear_object (&self->status);
  g_clear_object (&self->settings);
}
