/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tray/bc-tray-icon.h"

#include <math.h>

#include "bc-desktop.h"

/* A crumb's brown: contrast above 3 on white and on near black alike. */
static const double crumb_color[] = { 0xc0, 0x6d, 0x21 };

/* Around it something that no panel between the two, such as waybar's blue, has. */
static const double halo_color[] = { 0xff, 0xf2, 0xdc };
#define HALO 0.7
#define HALO_ALPHA 0.85

/* A stroke with round ends from (x1, y1) to (x2, y2), a dot if both are the same; on a grid of
 * 16 units. The same shapes as in data/icons. */
typedef struct {
  double x1, y1, x2, y2;
  double radius;
} Shape;

static const Shape plain_shapes[] = {
  { 2.5, 13.5, 2.5, 13.5, 1.5 },
  { 6.5, 12.5, 6.5, 12.5, 1.5 },
  { 7, 8, 7, 8, 2 },
  { 12.5, 3.5, 12.5, 3.5, 2.5 },
  { 0 },
};

static const Shape open_shapes[] = {
  { 2.5, 13.5, 2.5, 13.5, 1.5 },
  { 6.5, 12.5, 6.5, 12.5, 1.5 },
  { 5.5, 8.5, 5.5, 8.5, 1.5 },
  { 11, 5, 11, 5, 4 },
  { 0 },
};

static const Shape paused_shapes[] = {
  { 2.5, 13.5, 2.5, 13.5, 1.5 },
  { 6.5, 12.5, 6.5, 12.5, 1.5 },
  { 5.5, 8.5, 5.5, 8.5, 1.5 },
  { 10, 2, 10, 7, 1 },
  { 14, 2, 14, 7, 1 },
  { 0 },
};

static const Shape *
choose_shapes (const char *icon_name)
{
  if (g_str_has_suffix (icon_name, "-open-symbolic"))
    return open_shapes;
  if (g_str_has_suffix (icon_name, "-paused-symbolic"))
    return paused_shapes;

  return plain_shapes;
}

static double
get_distance (const Shape *shape,
              double       x,
              double       y)
{
  double dx = shape->x2 - shape->x1, dy = shape->y2 - shape->y1;
  double length2 = dx * dx + dy * dy;
  double at = 0;

  if (length2 > 0)
    at = CLAMP (((x - shape->x1) * dx + (y - shape->y1) * dy) / length2, 0.0, 1.0);

  return hypot (x - shape->x1 - at * dx, y - shape->y1 - at * dy) - shape->radius;
}

/* Pixels are covered in proportion to how far their middle lies inside of the edge. */
static double
get_coverage (const Shape *shapes,
              double       x,
              double       y,
              double       grown,
              double       scale)
{
  double best = 0;

  for (const Shape *shape = shapes; shape->radius > 0; shape++)
    best = MAX (best, CLAMP (0.5 - (get_distance (shape, x, y) - grown) * scale, 0.0, 1.0));

  return best;
}

static void
draw_pixel (guint8 *pixel,
            double  crumb,
            double  halo)
{
  double under = halo * HALO_ALPHA * (1 - crumb);
  double alpha = crumb + under;

  pixel[0] = (guint8) lround (alpha * 255);
  for (guint i = 0; i < 3 && alpha > 0; i++)
    pixel[i + 1] = (guint8) lround ((crumb_color[i] * crumb + halo_color[i] * under) / alpha);
}

static GVariant *
draw_size (const Shape *shapes,
           int          size)
{
  gsize n_bytes = (gsize) size * size * 4;
  guint8 *argb = g_malloc0 (n_bytes);
  double scale = size / 16.0;

  for (int i = 0; i < size * size; i++)
    {
      double x = (i % size + 0.5) / scale, y = (i / size + 0.5) / scale;

      draw_pixel (argb + i * 4, get_coverage (shapes, x, y, 0, scale), get_coverage (shapes, x, y, HALO, scale));
    }

  return g_variant_new_from_data (G_VARIANT_TYPE_BYTESTRING, argb, n_bytes, TRUE, g_free, argb);
}

GVariant *
bc_tray_icon_draw (const char *icon_name)
{
  static const int sizes[] = { 16, 22, 24, 32, 48 };
  const Shape *shapes = choose_shapes (icon_name);
  GVariantBuilder pixmaps;

  g_variant_builder_init (&pixmaps, G_VARIANT_TYPE ("a(iiay)"));
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    g_variant_builder_add (&pixmaps, "(ii@ay)", sizes[i], sizes[i], draw_size (shapes, sizes[i]));

  return g_variant_builder_end (&pixmaps);
}

/* Other panels draw a symbolic icon in its own grey, or, where no loader for SVG is installed, a
 * broken image. Only what is where it is by default counts: what our environment says, a panel's
 * need not say. */
static void
find_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  static const char * const recolouring[] = { "GNOME", "KDE", "XFCE", "X-Cinnamon", NULL };
  g_autofree char *file = g_strconcat (data, ".svg", NULL);
  g_autofree char *own = g_build_filename (g_get_home_dir (), ".local", "share", NULL);
  const char *dirs[] = { "/usr/share", "/usr/local/share", own };
  guint n_dirs = g_str_equal (own, g_get_user_data_dir ()) ? 3 : 2;
  gboolean wanted = bc_desktop_is_one_of (recolouring);
  gboolean found = FALSE;

  for (guint i = 0; i < n_dirs && wanted && !found; i++)
    {
      g_autofree char *path = g_build_filename (dirs[i], "icons", "hicolor", "symbolic", "apps", file, NULL);

      found = g_file_test (path, G_FILE_TEST_EXISTS);
    }

  g_task_return_boolean (task, found);
}

void
bc_tray_icon_find_async (const char          *icon_name,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_source_tag (task, bc_tray_icon_find_async);
  g_task_set_task_data (task, g_strdup (icon_name), g_free);
  g_task_run_in_thread (task, find_thread);
}

gboolean
bc_tray_icon_find_finish (GAsyncResult  *result,
                          GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
