/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-context-list.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "bc-crumb-text.h"
#include "bc-openables.h"

struct _BcContextList {
  GtkWidget parent_instance;

  GtkListBox *list;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (BcContextList, bc_context_list, GTK_TYPE_WIDGET)

static AdwActionRow *
add_row (BcContextList *self,
         const char    *icon_name,
         const char    *title,
         const char    *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), icon_name);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (self->list, row);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);

  return ADW_ACTION_ROW (row);
}

static void
open_clicked_cb (GtkButton     *button,
                 BcContextList *self)
{
  const char *uri = g_object_get_data (G_OBJECT (button), "uri");

  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), uri, GDK_CURRENT_TIME);
}

static void
add_openable (BcContextList *self,
              BcOpenable    *openable)
{
  const char *icon_name = openable->is_folder ? "folder-symbolic" :
                          openable->is_local ? "text-x-generic-symbolic" : "insert-link-symbolic";
  const char *label = openable->is_folder ? _("Open Folder") :
                      openable->is_local ? _("Open File") : _("Open Link");
  AdwActionRow *row = add_row (self, icon_name, openable->label, NULL);
  GtkWidget *button = gtk_button_new_with_label (label);

  g_object_set_data_full (G_OBJECT (button), "uri", g_strdup (openable->uri), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (open_clicked_cb), self, 0);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (row, button);
}

typedef struct {
  BcContextList *list;
  BcOpenable *openable;
} Look;

static void
look_free (Look *look)
{
  g_object_unref (look->list);
  bc_openable_free (look->openable);
  g_free (look);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Look, look_free)

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (Look) look = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);

  if (info != NULL)
    {
      look->openable->is_folder = g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY;
      add_openable (look->list, look->openable);
    }
  else if (look->openable->is_folder && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      add_row (look->list, "folder-symbolic", look->openable->label, _("No longer there"));
    }
}

static void
look_for (BcContextList *self,
          BcOpenable    *openable)
{
  g_autoptr (GFile) file = g_file_new_for_uri (openable->uri);
  Look *look = g_new0 (Look, 1);

  look->list = g_object_ref (self);
  look->openable = openable;
  g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE,
                           G_PRIORITY_DEFAULT, self->cancellable, looked_cb, look);
}

static void
add_openables (BcContextList *self,
               BcCrumb       *crumb)
{
  g_autoptr (GPtrArray) openables = bc_openables_find (crumb);

  while (openables->len > 0)
    {
      BcOpenable *openable = g_ptr_array_steal_index (openables, 0);

      if (openable->is_local)
        {
          look_for (self, openable);
          continue;
        }

      add_openable (self, openable);
      bc_openable_free (openable);
    }
}

static void
add_repository (BcContextList *self,
                BcContext     *context)
{
  const char *branch = bc_context_get_branch (context);
  g_autofree char *isolated = branch != NULL ? bc_isolate (branch) : NULL;
  g_autofree char *subtitle = branch != NULL ? g_strdup_printf (_("Branch %s"), isolated) : NULL;

  add_row (self, "bc-branch-symbolic", bc_context_get_repository (context), subtitle);
}

static void
add_context (BcContextList *self,
             BcContext     *context)
{
  const char *application = bc_context_get_application (context);
  const char *title = bc_context_get_title (context);

  if (title != NULL)
    add_row (self, "bc-window-symbolic", title, application);
  else if (application != NULL)
    add_row (self, "bc-window-symbolic", application, NULL);

  if (bc_context_get_repository (context) != NULL)
    add_repository (self, context);
}

static void
clear (BcContextList *self)
{
  GtkListBoxRow *row;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
bc_context_list_dispose (GObject *object)
{
  BcContextList *self = BC_CONTEXT_LIST (object);

  if (self->list != NULL)
    {
      clear (self);
      gtk_widget_unparent (GTK_WIDGET (self->list));
      self->list = NULL;
    }

  G_OBJECT_CLASS (bc_context_list_parent_class)->dispose (object);
}

static void
bc_context_list_class_init (BcContextListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bc_context_list_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
bc_context_list_init (BcContextList *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Where it was written"),
                                  -1);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
bc_context_list_set_crumb (BcContextList *self,
                           BcCrumb       *crumb)
{
  clear (self);
  if (crumb == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  if (bc_crumb_get_context (crumb) != NULL)
    add_context (self, bc_crumb_get_context (crumb));
  add_openables (self, crumb);
}
