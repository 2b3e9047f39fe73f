/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-wrap-layout.h"

struct _BcWrapLayout {
  GtkLayoutManager parent_instance;

  int spacing;
  gboolean single_line;
};

G_DEFINE_FINAL_TYPE (BcWrapLayout, bc_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
line_height (GtkWidget *widget)
{
  int height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int natural;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
      height = MAX (height, natural);
    }

  return height;
}

static void
allocate_child (GtkWidget *widget,
                GtkWidget *child,
                int        x,
                int        y,
                int        child_width,
                int        child_height)
{
  GtkAllocation allocation = { x, y, child_width, child_height };

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    allocation.x = gtk_widget_get_width (widget) - x - child_width;

  gtk_widget_size_allocate (child, &allocation, -1);
}

/* Goes through the children as they would stand in @width; allocates them only
 * if @allocate. Returns the height. */
static int
place_children (BcWrapLayout *self,
                GtkWidget    *widget,
                int           width,
                gboolean      allocate)
{
  int height = line_height (widget);
  int x = 0, y = 0;
  gboolean full = FALSE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int minimum, natural, child_width;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
      child_width = MAX (minimum, MIN (natural, width));

      if (x > 0 && x + child_width > width)
        {
          full = self->single_line;
          x = 0;
          y += self->single_line ? 0 : height + self->spacing;
        }

      if (allocate)
        {
          gtk_widget_set_child_visible (child, !full);
          allocate_child (widget, child, x, y, child_width, height);
        }

      if (full)
        x = width;
      else
        x += child_width + self->spacing;
    }

  return y + height;
}

static void
measure_width (BcWrapLayout *self,
               GtkWidget    *widget,
               int          *minimum,
               int          *natural)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1,
                          &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      if (self->single_line)
        child_natural = 0;
      *natural += child_natural + (*natural > 0 ? self->spacing : 0);
    }

  *natural = MAX (*natural, *minimum);
}

static void
bc_wrap_layout_measure (GtkLayoutManager *manager,
                        GtkWidget        *widget,
                        GtkOrientation    orientation,
                        int               for_size,
                        int              *minimum,
                        int              *natural,
                        int              *minimum_baseline,
                        int              *natural_baseline)
{
  BcWrapLayout *self = BC_WRAP_LAYOUT (manager);

  *minimum = 0;
  *natural = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, widget, minimum, natural);
  else
    *minimum = *natural = place_children (self, widget, for_size < 0 ? G_MAXINT / 2 : for_size, FALSE);
}

static void
bc_wrap_layout_allocate (GtkLayoutManager *manager,
                         GtkWidget        *widget,
                         int               width,
                         int               height,
                         int               baseline)
{
  place_children (BC_WRAP_LAYOUT (manager), widget, width, TRUE);
}

static GtkSizeRequestMode
bc_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                 GtkWidget        *widget)
{
  return BC_WRAP_LAYOUT (manager)->single_line
         ? GTK_SIZE_REQUEST_CONSTANT_SIZE
         : GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
bc_wrap_layout_class_init (BcWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->measure = bc_wrap_layout_measure;
  manager_class->allocate = bc_wrap_layout_allocate;
  manager_class->get_request_mode = bc_wrap_layout_get_request_mode;
}

static void
bc_wrap_layout_init (BcWrapLayout *self)
{
}

GtkLayoutManager *
bc_wrap_layout_new (int      spacing,
                    gboolean single_line)
{
  BcWrapLayout *self = g_object_new (BC_TYPE_WRAP_LAYOUT, NULL);

  self->spacing = spacing;
  self->single_line = single_line;

  return GTK_LAYOUT_MANAGER (self);
}
