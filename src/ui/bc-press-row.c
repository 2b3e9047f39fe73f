/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-press-row.h"

#include <glib/gi18n-lib.h>

typedef enum {
  RESTING,
  WAITING,
  RECEIVED,
  SILENT,
} PressState;

struct _BcPressRow {
  AdwActionRow parent_instance;

  GtkButton *button;
  GtkWidget *received;
  GtkSpinner *spinner;

  BcServiceStatus *status;
  PressState state;
  guint count;
  guint timeout_source;
};

enum {
  PROP_0,
  PROP_SILENT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BcPressRow, bc_press_row, ADW_TYPE_ACTION_ROW)

static const char *
get_subtitle (PressState state)
{
  switch (state)
    {
    case WAITING:
      return _("Press the hotkey now, in this window or any other");
    case RECEIVED:
      return _("The hotkey reaches Breadcrumbs");
    case SILENT:
      return _("Nothing arrived. On this desktop, you can do the following:");
    case RESTING:
    default:
      return _("Shows whether the hotkey reaches Breadcrumbs");
    }
}

static void
set_state (BcPressRow *self,
           PressState  state)
{
  g_clear_handle_id (&self->timeout_source, g_source_remove);
  self->state = state;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), get_subtitle (state));
  gtk_widget_set_visible (self->received, state == RECEIVED);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), state == WAITING);
  gtk_spinner_set_spinning (self->spinner, state == WAITING);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), state != WAITING);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SILENT]);
}

static gboolean
timeout_cb (gpointer data)
{
  BcPressRow *self = data;

  self->timeout_source = 0;
  set_state (self, SILENT);

  return G_SOURCE_REMOVE;
}

static void
event_count_changed_cb (BcPressRow *self)
{
  if (self->state == WAITING && bc_service_status_get_event_count (self->status) > self->count)
    set_state (self, RECEIVED);
}

static void
clicked_cb (BcPressRow *self)
{
  if (self->status == NULL)
    return;

  self->count = bc_service_status_get_event_count (self->status);
  set_state (self, WAITING);
  self->timeout_source = g_timeout_add_seconds (BC_PRESS_ROW_TIMEOUT_S, timeout_cb, self);
}

static void
bc_press_row_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SILENT:
      g_value_set_boolean (value, BC_PRESS_ROW (object)->state == SILENT);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bc_press_row_dispose (GObject *object)
{
  BcPressRow *self = BC_PRESS_ROW (object);

  g_clear_handle_id (&self->timeout_source, g_source_remove);
  g_clear_object (&self->status);

  G_OBJECT_CLASS (bc_press_row_parent_class)->dispose (object);
}

static void
bc_press_row_class_init (BcPressRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bc_press_row_get_property;
  object_class->dispose = bc_press_row_dispose;

  properties[PROP_SILENT] = g_param_spec_boolean ("silent", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, BC_APP_PATH "/ui/bc-press-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BcPressRow, button);
  gtk_widget_class_bind_template_child (widget_class, BcPressRow, received);
  gtk_widget_class_bind_template_child (widget_class, BcPressRow, spinner);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
bc_press_row_init (BcPressRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_state (self, RESTING);
}

void
bc_press_row_set_status (BcPressRow      *self,
                         BcServiceStatus *status)
{
  if (self->status != NULL)
    g_signal_handlers_disconnect_by_data (self->status, self);

  g_set_object (&self->status, status);
  gtk_widget_set_sensitive (GTK_WIDGET (self), status != NULL);

  if (status != NULL)
    g_signal_connect_object (status, "notify::event-count",
                             G_CALLBACK (event_count_changed_cb), self, G_CONNECT_SWAPPED);
}
