/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-timeline-row.h"

#include <glib/gi18n-lib.h>

#include "bc-age.h"
#include "bc-crumb-text.h"
#include "bc-line-chips.h"
#include "bc-widget.h"

struct _BcTimelineRow {
  GtkWidget parent_instance;

  GtkWidget *clamp;
  GtkLabel *day;
  GtkWidget *entry;
  GtkLabel *time;
  GtkImage *icon;
  GtkLabel *headline;
  GtkLabel *where;
  BcLineChips *chips;
  BcTimelineItem *item;
};

G_DEFINE_FINAL_TYPE (BcTimelineRow, bc_timeline_row, GTK_TYPE_WIDGET)

/* GTK 4.8 gives rows of a list view no name of their own. */
static void
set_spoken_text (BcTimelineRow *self,
                 const char    *text)
{
  GtkWidget *list_row = gtk_widget_get_parent (GTK_WIDGET (self));

  if (list_row == NULL)
    return;

  if (text != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (list_row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (list_row), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

static void
set_entry_class (BcTimelineRow *self,
                 const char    *css_class)
{
  const char *css_classes[] = { "entry", css_class, NULL };

  gtk_widget_set_css_classes (self->entry, css_classes);
}

static void
set_icon (BcTimelineRow *self,
          const char    *icon_name,
          gboolean       accent)
{
  const char *css_classes[] = { accent ? "icon-open" : "icon-quiet", NULL };

  gtk_image_set_from_icon_name (self->icon, icon_name);
  gtk_widget_set_css_classes (GTK_WIDGET (self->icon), css_classes);
}

static void
show_day (BcTimelineRow *self)
{
  gint64 at_us = bc_timeline_item_get_at_us (self->item);
  gint64 newer_us = bc_timeline_item_get_newer_us (self->item);
  gboolean begins_day = at_us != 0 && (newer_us == G_MAXINT64 || !bc_same_day (at_us, newer_us));
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->day), begins_day);
  if (!begins_day)
    return;

  text = bc_day_text (at_us, g_get_real_time ());
  gtk_label_set_text (self->day, text);
}

static void
show_where (BcTimelineRow *self,
            const char    *where)
{
  gtk_label_set_text (self->where, where != NULL ? where : "");
  gtk_widget_set_visible (GTK_WIDGET (self->where), where != NULL && *where != '\0');
}

static void
show_crumb (BcTimelineRow *self,
            BcCrumb       *crumb)
{
  BcLine *line = bc_crumb_get_line (crumb);
  BcCrumbState state = bc_crumb_get_state (crumb);
  gboolean open = state == BC_CRUMB_OPEN || state == BC_CRUMB_PARKED;
  g_autofree char *spoken = bc_crumb_spoken_text (crumb);

  set_entry_class (self, open ? "open" : "answered");
  set_icon (self, bc_crumb_state_icon (state), open);
  gtk_label_set_lines (self->headline, 3);
  gtk_label_set_text (self->headline, bc_crumb_get_headline (crumb));
  show_where (self, bc_line_get_next (line) != NULL ? bc_line_get_where (line) : NULL);
  bc_line_chips_set_crumb (self->chips, crumb);
  set_spoken_text (self, spoken);
}

static void
show_quiet (BcTimelineRow *self,
            const char    *icon_name,
            const char    *text)
{
  set_entry_class (self, "quiet");
  set_icon (self, icon_name, FALSE);
  gtk_label_set_lines (self->headline, 1);
  gtk_label_set_text (self->headline, text);
  show_where (self, NULL);
  bc_line_chips_set_crumb (self->chips, NULL);
  set_spoken_text (self, text);
}

static void
show_resume (BcTimelineRow *self,
             BcCrumb       *crumb)
{
  g_autofree char *headline = bc_isolate (bc_crumb_get_headline (crumb));
  /* Translators: %s is the next step of a breadcrumb */
  g_autofree char *text = g_strdup_printf (_("Resumed “%s”"), headline);

  show_quiet (self, "bc-back-symbolic", text);
}

static void
show_loading (BcTimelineRow *self)
{
  set_entry_class (self, "loading");
  gtk_image_clear (self->icon);
  gtk_label_set_text (self->time, "");
  gtk_label_set_text (self->headline, "");
  show_where (self, NULL);
  bc_line_chips_set_crumb (self->chips, NULL);
  set_spoken_text (self, _("Loading"));
}

static void
show_entry (BcTimelineRow *self)
{
  g_autofree char *away = NULL;

  switch (bc_timeline_item_get_entry_type (self->item))
    {
    case BC_TIMELINE_CRUMB:
      show_crumb (self, bc_timeline_item_get_crumb (self->item));
      break;
    case BC_TIMELINE_AWAY:
      away = bc_away_text (bc_timeline_item_get_away (self->item));
      show_quiet (self, "bc-away-symbolic", away);
      break;
    case BC_TIMELINE_RESUME:
      show_resume (self, bc_timeline_item_get_crumb (self->item));
      break;
    case BC_TIMELINE_LOADING:
    default:
      show_loading (self);
      return;
    }
}

void
bc_timeline_row_update (BcTimelineRow *self)
{
  g_autofree char *time = NULL;

  if (self->item == NULL)
    return;

  time = bc_time_text (bc_timeline_item_get_at_us (self->item));
  gtk_label_set_text (self->time, time);
  show_day (self);
  show_entry (self);
  gtk_widget_set_visible (GTK_WIDGET (self->chips),
                          bc_timeline_item_get_entry_type (self->item) == BC_TIMELINE_CRUMB);
}

static void
release_item (BcTimelineRow *self)
{
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_clear_object (&self->item);
}

static void
bc_timeline_row_dispose (GObject *object)
{
  BcTimelineRow *self = BC_TIMELINE_ROW (object);

  release_item (self);
  bc_widget_dispose_children (GTK_WIDGET (self), BC_TYPE_TIMELINE_ROW);

  G_OBJECT_CLASS (bc_timeline_row_parent_class)->dispose (object);
}

static void
bc_timeline_row_class_init (BcTimelineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bc_timeline_row_dispose;

  g_type_ensure (BC_TYPE_LINE_CHIPS);
  gtk_widget_class_set_template_from_resource (widget_class, BC_APP_PATH "/ui/bc-timeline-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BcTimelineRow, clamp);
  gtk_widget_class_bind_template_child (widget_class, BcTimelineRow, day);
  gtk_widget_class_bind_template_child (widget_class, BcTimelineRow, entry);
  gtk_widget_class_bind_template_child (widget_class, BcTimelineRow, time);
  gtk_widget_class_bind_template_child (widget_class, BcTimelineRow, icon);
  gtk_widget_class_bind_template_child (widget_class, BcTimelineRow, headline);
  gtk_widget_class_bind_template_child (widget_class, BcTimelineRow, where);
  gtk_widget_class_bind_template_child (widget_class, BcTimelineRow, chips);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "timelinerow");
}

static void
bc_timeline_row_init (BcTimelineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bc_timeline_row_new (void)
{
  return g_object_new (BC_TYPE_TIMELINE_ROW, NULL);
}

void
bc_timeline_row_set_item (BcTimelineRow  *self,
                          BcTimelineItem *item)
{
  release_item (self);

  if (item == NULL)
    {
      set_spoken_text (self, NULL);
      return;
    }

  self->item = g_object_ref (item);
  g_signal_connect_object (item, "changed", G_CALLBACK (bc_timeline_row_update), self, G_CONNECT_SWAPPED);
  bc_timeline_row_update (self);
}

BcTimelineItem *
bc_timeline_row_get_item (BcTimelineRow *self)
{
  return self->item;
}
