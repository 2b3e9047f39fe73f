/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-line-preview.h"

#include <glib/gi18n-lib.h>

#include "bc-line-chips.h"
#include "bc-widget.h"

struct _BcLinePreview {
  GtkWidget parent_instance;

  GtkLabel *caption;
  GtkLabel *next;
  GtkStack *stack;
  BcLineChips *chips;
  BcLineChips *suggestions;
};

G_DEFINE_FINAL_TYPE (BcLinePreview, bc_line_preview, GTK_TYPE_WIDGET)

static void
bc_line_preview_dispose (GObject *object)
{
  bc_widget_dispose_children (GTK_WIDGET (object), BC_TYPE_LINE_PREVIEW);

  G_OBJECT_CLASS (bc_line_preview_parent_class)->dispose (object);
}

static void
bc_line_preview_class_init (BcLinePreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bc_line_preview_dispose;

  g_type_ensure (BC_TYPE_LINE_CHIPS);
  gtk_widget_class_set_template_from_resource (widget_class, BC_APP_PATH "/ui/bc-line-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, BcLinePreview, caption);
  gtk_widget_class_bind_template_child (widget_class, BcLinePreview, next);
  gtk_widget_class_bind_template_child (widget_class, BcLinePreview, stack);
  gtk_widget_class_bind_template_child (widget_class, BcLinePreview, chips);
  gtk_widget_class_bind_template_child (widget_class, BcLinePreview, suggestions);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "linepreview");
}

static void
bc_line_preview_init (BcLinePreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
}

static const char *
get_hint (BcLine *line)
{
  if (bc_line_is_mark (line))
    return _("An empty line leaves a mark, to be worded later");

  if (bc_line_is_verbatim (line))
    return _("Kept word for word");

  if (bc_line_is_ask (line))
    return _("Parked: somebody else’s request");

  return _("Add “ > ” and what comes first when you are back");
}

void
bc_line_preview_set_line (BcLinePreview *self,
                          BcLine        *line)
{
  const char *next = bc_line_get_next (line);

  gtk_widget_set_visible (GTK_WIDGET (self->caption), next != NULL);
  gtk_label_set_text (self->next, next != NULL ? next : get_hint (line));
  if (next != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->next), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->next), "dim-label");

  bc_line_chips_set_line (self->chips, line, bc_line_get_kind (line));
}

void
bc_line_preview_set_suggestions (BcLinePreview      *self,
                                 char                sign,
                                 const char * const *words)
{
  if (words == NULL || words[0] == NULL)
    {
      gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->chips));
      return;
    }

  bc_line_chips_set_suggestions (self->suggestions, sign, words);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->suggestions));
}
