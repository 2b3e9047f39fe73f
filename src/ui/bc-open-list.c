/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-open-list.h"

#include <glib/gi18n-lib.h>

#include "bc-age.h"
#include "bc-widget.h"

#define MAX_ROWS 5

typedef struct {
  GtkWidget *row;
  GtkLabel *headline;
  GtkLabel *age;
} Row;

struct _BcOpenList {
  GtkWidget parent_instance;

  GtkListBox *list;
  GtkLabel *more;
  Row rows[MAX_ROWS];
  BcOpenCrumbs *open;
  gint64 now_us;
};

enum {
  CHOSEN,
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BcOpenList, bc_open_list, GTK_TYPE_WIDGET)

static void
row_activated_cb (BcOpenList    *self,
                  GtkListBoxRow *row)
{
  BcCrumb *crumb = bc_open_crumbs_peek (self->open, gtk_list_box_row_get_index (row));

  if (crumb != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, bc_crumb_get_id (crumb));
}

static gboolean
keynav_failed_cb (BcOpenList       *self,
                  GtkDirectionType  direction)
{
  if (direction != GTK_DIR_UP)
    return GDK_EVENT_PROPAGATE;

  g_signal_emit (self, signals[LEFT], 0);

  return GDK_EVENT_STOP;
}

static Row
new_row (BcOpenList *self)
{
  Row row = {
    .row = gtk_list_box_row_new (),
    .headline = GTK_LABEL (gtk_label_new (NULL)),
    .age = GTK_LABEL (gtk_label_new (NULL)),
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_label_set_xalign (row.headline, 0);
  gtk_label_set_ellipsize (row.headline, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (row.headline, 1);
  gtk_widget_set_hexpand (GTK_WIDGET (row.headline), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (row.age), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (row.age), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (row.age), "numeric");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (row.headline));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (row.age));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row.row), box);
  gtk_list_box_append (self->list, row.row);

  return row;
}

static void
update_age (BcOpenList *self,
            Row        *row,
            BcCrumb    *crumb)
{
  g_autofree char *age = bc_age_text (bc_crumb_get_created_us (crumb), self->now_us);
  g_autofree char *spoken = NULL;

  gtk_label_set_text (row->age, age);

  /* Translators: a breadcrumb's words and its age, read by a screen reader */
  spoken = g_strdup_printf (_("%s, %s"), bc_crumb_get_headline (crumb), age);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
}

static void
update_more (BcOpenList *self)
{
  guint count = bc_open_crumbs_get_count (self->open);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->more), count > MAX_ROWS);
  if (count <= MAX_ROWS)
    return;

  count -= MAX_ROWS;
  text = g_strdup_printf (ngettext ("%u more in the timeline", "%u more in the timeline", count), count);
  gtk_label_set_text (self->more, text);
}

static void
update_rows (BcOpenList *self)
{
  for (guint i = 0; i < MAX_ROWS; i++)
    {
      Row *row = &self->rows[i];
      BcCrumb *crumb = bc_open_crumbs_peek (self->open, i);

      gtk_widget_set_visible (row->row, crumb != NULL);
      if (crumb == NULL)
        continue;

      gtk_label_set_text (row->headline, bc_crumb_get_headline (crumb));
      update_age (self, row, crumb);
    }

  update_more (self);
  gtk_widget_set_visible (GTK_WIDGET (self), bc_open_crumbs_peek (self->open, 0) != NULL);
}

static void
bc_open_list_dispose (GObject *object)
{
  BcOpenList *self = BC_OPEN_LIST (object);

  if (self->open != NULL)
    g_signal_handlers_disconnect_by_data (self->open, self);
  g_clear_object (&self->open);
  bc_widget_dispose_children (GTK_WIDGET (self), BC_TYPE_OPEN_LIST);

  G_OBJECT_CLASS (bc_open_list_parent_class)->dispose (object);
}

static void
bc_open_list_class_init (BcOpenListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bc_open_list_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", BC_TYPE_OPEN_LIST, G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LEFT] = g_signal_new ("left", BC_TYPE_OPEN_LIST, G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, BC_APP_PATH "/ui/bc-open-list.ui");
  gtk_widget_class_bind_template_child (widget_class, BcOpenList, list);
  gtk_widget_class_bind_template_child (widget_class, BcOpenList, more);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, keynav_failed_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "openlist");
}

static void
bc_open_list_init (BcOpenList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);

  for (guint i = 0; i < MAX_ROWS; i++)
    self->rows[i] = new_row (self);
}

void
bc_open_list_set_model (BcOpenList   *self,
                        BcOpenCrumbs *open)
{
  self->open = g_object_ref (open);
  self->now_us = g_get_real_time ();
  g_signal_connect_object (open, "items-changed", G_CALLBACK (update_rows), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::count", G_CALLBACK (update_rows), self, G_CONNECT_SWAPPED);
  update_rows (self);
}

void
bc_open_list_update_ages (BcOpenList *self,
                          gint64      now_us)
{
  self->now_us = now_us;

  for (guint i = 0; i < MAX_ROWS; i++)
    {
      BcCrumb *crumb = bc_open_crumbs_peek (self->open, i);

      if (crumb != NULL)
        update_age (self, &self->rows[i], crumb);
    }
}

gboolean
bc_open_list_focus_first (BcOpenList *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self)) &&
         gtk_widget_grab_focus (self->rows[0].row);
}
