/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-timeline-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "bc-error-text.h"
#include "bc-timeline-row.h"
#include "bc-widget.h"

struct _BcTimelineView {
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkListView *list;
  AdwStatusPage *error_page;
  AdwStatusPage *empty_page;
  GtkPopoverMenu *menu;
  BcTimeline *timeline;
  BcCrumbActions *actions;
  guint midnight_source;
  gboolean failed;
};

G_DEFINE_FINAL_TYPE (BcTimelineView, bc_timeline_view, GTK_TYPE_WIDGET)

static BcTimelineRow *
row_of (GtkWidget *widget)
{
  GtkWidget *row = widget;

  if (row != NULL && !BC_IS_TIMELINE_ROW (row))
    row = gtk_widget_get_ancestor (row, BC_TYPE_TIMELINE_ROW);
  if (row == NULL && widget != NULL)
    row = gtk_widget_get_first_child (widget);

  return row != NULL && BC_IS_TIMELINE_ROW (row) ? BC_TIMELINE_ROW (row) : NULL;
}

static BcCrumb *
crumb_of (BcTimelineRow *row)
{
  BcTimelineItem *item = row != NULL ? bc_timeline_row_get_item (row) : NULL;

  return item != NULL ? bc_timeline_item_get_crumb (item) : NULL;
}

static void
focus_changed_cb (BcTimelineView *self)
{
  BcTimelineRow *row = row_of (gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))));

  if (row != NULL)
    bc_crumb_actions_set_crumb (self->actions, crumb_of (row));
}

static void
bc_timeline_view_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (bc_timeline_view_parent_class)->root (widget);

  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget",
                           G_CALLBACK (focus_changed_cb), widget, G_CONNECT_SWAPPED);
}

static void
bc_timeline_view_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), focus_changed_cb, widget);

  GTK_WIDGET_CLASS (bc_timeline_view_parent_class)->unroot (widget);
}

static void
activate_cb (BcTimelineView *self,
             guint           position)
{
  g_autoptr (BcTimelineItem) item = g_list_model_get_item (G_LIST_MODEL (self->timeline), position);
  BcCrumb *crumb = item != NULL ? bc_timeline_item_get_crumb (item) : NULL;
  gboolean open = crumb != NULL && bc_crumb_get_state (crumb) == BC_CRUMB_OPEN;

  if (crumb == NULL)
    return;

  bc_crumb_actions_set_crumb (self->actions, crumb);
  g_action_group_activate_action (bc_crumb_actions_get_group (self->actions),
                                  open ? "resume" : "show", NULL);
}

static void
open_menu (BcTimelineView *self,
           BcTimelineRow  *row,
           double          x,
           double          y)
{
  GdkRectangle at = { x, y, 1, 1 };

  if (crumb_of (row) == NULL)
    return;

  bc_crumb_actions_set_crumb (self->actions, crumb_of (row));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_pressed_cb (BcTimelineView *self,
                 int             n_press,
                 double          x,
                 double          y,
                 GtkGesture     *gesture)
{
  BcTimelineRow *row = row_of (gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT));

  if (row == NULL)
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (row)));
  open_menu (self, row, x, y);
}

static void
long_pressed_cb (BcTimelineView *self,
                 double          x,
                 double          y,
                 GtkGesture     *gesture)
{
  menu_pressed_cb (self, 1, x, y, gesture);
}

static void
menu_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  BcTimelineView *self = BC_TIMELINE_VIEW (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  BcTimelineRow *row = row_of (focus);
  graphene_rect_t bounds;

  if (row != NULL && gtk_widget_compute_bounds (GTK_WIDGET (row), widget, &bounds))
    open_menu (self, row,
               bounds.origin.x + bounds.size.width / 2,
               bounds.origin.y + bounds.size.height / 2);
}

static void
setup_cb (BcTimelineView *self,
          GtkListItem    *list_item)
{
  gtk_list_item_set_child (list_item, bc_timeline_row_new ());
}

static void
bind_cb (BcTimelineView *self,
         GtkListItem    *list_item)
{
  BcTimelineRow *row = BC_TIMELINE_ROW (gtk_list_item_get_child (list_item));

  bc_timeline_row_set_item (row, gtk_list_item_get_item (list_item));

  if (gtk_widget_has_focus (gtk_widget_get_parent (GTK_WIDGET (row))))
    bc_crumb_actions_set_crumb (self->actions, crumb_of (row));
}

static void
unbind_cb (BcTimelineView *self,
           GtkListItem    *list_item)
{
  bc_timeline_row_set_item (BC_TIMELINE_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
update_visible_rows (BcTimelineView *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      BcTimelineRow *row = row_of (child);

      if (row != NULL)
        bc_timeline_row_update (row);
    }
}

static void schedule_midnight (BcTimelineView *self);

static gboolean
midnight_cb (gpointer data)
{
  BcTimelineView *self = data;

  self->midnight_source = 0;
  update_visible_rows (self);
  schedule_midnight (self);

  return G_SOURCE_REMOVE;
}

/* "Today" becomes "Yesterday" while the window stands open: once a day is often
 * enough. */
static void
schedule_midnight (BcTimelineView *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int seconds = g_date_time_get_hour (now) * 3600 + g_date_time_get_minute (now) * 60 +
                g_date_time_get_second (now);

  g_clear_handle_id (&self->midnight_source, g_source_remove);
  self->midnight_source = g_timeout_add_seconds (24 * 3600 - seconds + 1, midnight_cb, self);
}

static void
bc_timeline_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (bc_timeline_view_parent_class)->map (widget);

  update_visible_rows (BC_TIMELINE_VIEW (widget));
  schedule_midnight (BC_TIMELINE_VIEW (widget));
}

static void
bc_timeline_view_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&BC_TIMELINE_VIEW (widget)->midnight_source, g_source_remove);

  GTK_WIDGET_CLASS (bc_timeline_view_parent_class)->unmap (widget);
}

static void
bc_timeline_view_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  BcTimelineView *self = BC_TIMELINE_VIEW (widget);
  GtkAllocation whole = { 0, 0, width, height };

  gtk_widget_size_allocate (GTK_WIDGET (self->stack), &whole, baseline);
  gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
bc_timeline_view_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (BC_TIMELINE_VIEW (widget)->stack), orientation, for_size,
                      minimum, natural, minimum_baseline, natural_baseline);
}

static gboolean
bc_timeline_view_grab_focus (GtkWidget *widget)
{
  return bc_timeline_view_focus (BC_TIMELINE_VIEW (widget));
}

static void
failed_cb (BcTimelineView *self,
           const GError   *error)
{
  g_autofree char *text = bc_error_text (error);

  self->failed = TRUE;
  adw_status_page_set_description (self->error_page, text);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

/* A list view reads its model when it gets it, and a long model all at once when
 * it grows: so it gets one that knows its length already. */
static void
attach_model (BcTimelineView *self)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  if (gtk_list_view_get_model (self->list) != NULL)
    return;

  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->timeline)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}

/* At first the newest row has the focus, so that keys mean it. */
static void
show_list (BcTimelineView *self)
{
  gboolean first = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "loading") == 0;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_stack_set_visible_child_name (self->stack, "list");
  if (first && root != NULL && gtk_root_get_focus (root) == NULL)
    bc_timeline_view_focus (self);
}

static void
update_page (BcTimelineView *self)
{
  const char *search = bc_timeline_get_search (self->timeline);
  gboolean searching = search != NULL && *search != '\0';

  if (self->failed || !bc_timeline_is_loaded (self->timeline))
    return;

  attach_model (self);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->timeline)) > 0)
    show_list (self);
  else
    gtk_stack_set_visible_child_name (self->stack, searching ? "nothing" : "empty");
}

/* With a row that had the focus and went, keys would go nowhere. */
static void
recover_focus (BcTimelineView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (root)))
    bc_timeline_view_focus (self);
}

static void
items_changed_cb (BcTimelineView *self)
{
  self->failed = FALSE;
  update_page (self);
  recover_focus (self);
}

static void
bc_timeline_view_dispose (GObject *object)
{
  BcTimelineView *self = BC_TIMELINE_VIEW (object);

  g_clear_handle_id (&self->midnight_source, g_source_remove);
  if (self->timeline != NULL)
    g_signal_handlers_disconnect_by_data (self->timeline, self);
  g_clear_object (&self->timeline);
  g_clear_object (&self->actions);
  bc_widget_dispose_children (GTK_WIDGET (self), BC_TYPE_TIMELINE_VIEW);

  G_OBJECT_CLASS (bc_timeline_view_parent_class)->dispose (object);
}

static void
add_bindings (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "timeline.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "timeline.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "timeline.menu", NULL);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, BC_APP_PATH "/ui/bc-timeline-view.ui");
  gtk_widget_class_bind_template_child (widget_class, BcTimelineView, stack);
  gtk_widget_class_bind_template_child (widget_class, BcTimelineView, list);
  gtk_widget_class_bind_template_child (widget_class, BcTimelineView, error_page);
  gtk_widget_class_bind_template_child (widget_class, BcTimelineView, empty_page);
  gtk_widget_class_bind_template_child (widget_class, BcTimelineView, menu);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, long_pressed_cb);
}

static void
bc_timeline_view_class_init (BcTimelineViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bc_timeline_view_dispose;
  widget_class->root = bc_timeline_view_root;
  widget_class->unroot = bc_timeline_view_unroot;
  widget_class->map = bc_timeline_view_map;
  widget_class->unmap = bc_timeline_view_unmap;
  widget_class->measure = bc_timeline_view_measure;
  widget_class->size_allocate = bc_timeline_view_size_allocate;
  widget_class->grab_focus = bc_timeline_view_grab_focus;

  bind_template (widget_class);
  add_bindings (widget_class);
}

static void
bc_timeline_view_init (BcTimelineView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bc_timeline_view_set_hotkey (self, NULL);
}

void
bc_timeline_view_set_model (BcTimelineView *self,
                            BcTimeline     *timeline,
                            BcCrumbActions *actions)
{
  self->timeline = g_object_ref (timeline);
  self->actions = g_object_ref (actions);

  g_signal_connect_object (timeline, "notify::loaded", G_CALLBACK (update_page), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (timeline, "notify::n-items", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (timeline, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (timeline, "notify::search", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  update_page (self);
}

void
bc_timeline_view_set_hotkey (BcTimelineView *self,
                             const char     *hotkey)
{
  g_autofree char *text = NULL;

  if (hotkey != NULL)
    /* Translators: %s is a key combination, such as "Super+Shift+B" */
    text = g_strdup_printf (_("Interrupted? Press %s in any application, say in one line where you were and what comes next, and go."), hotkey);

  adw_status_page_set_description (self->empty_page, text != NULL ? text :
                                   _("Interrupted? Say in one line where you were and what comes next, and go."));
}

gboolean
bc_timeline_view_focus (BcTimelineView *self)
{
  return gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}
