/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>

#include "tray/bc-tray-icon.h"

static const char * const names[] = {
  "org.example.Breadcrumbs-symbolic",
  "org.example.Breadcrumbs-open-symbolic",
  "org.example.Breadcrumbs-paused-symbolic",
};

static GVariant *
draw (const char *name)
{
  return g_variant_ref_sink (bc_tray_icon_draw (name));
}

static void
test_sizes (void)
{
  static const int expected[] = { 16, 22, 24, 32, 48 };
  g_autoptr (GVariant) pixmaps = draw (names[0]);

  g_assert_cmpstr (g_variant_get_type_string (pixmaps), ==, "a(iiay)");
  g_assert_cmpuint (g_variant_n_children (pixmaps), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (GVariant) bytes = NULL;
      int width, height;

      g_variant_get_child (pixmaps, i, "(ii@ay)", &width, &height, &bytes);
      g_assert_cmpint (width, ==, expected[i]);
      g_assert_cmpint (height, ==, expected[i]);
      g_assert_cmpuint (g_variant_n_children (bytes), ==, (gsize) width * height * 4);
    }
}

static const guint8 *
get_picture (GVariant  *pixmaps,
             guint      index,
             GVariant **keep)
{
  gsize n_bytes;

  g_variant_get_child (pixmaps, index, "(ii@ay)", NULL, NULL, keep);

  return g_variant_get_fixed_array (*keep, &n_bytes, 1);
}

/* Given the dot at (2.5, 13.5), its middle is covered whole; the far corner never. */
static void
test_byte_order (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GVariant) pixmaps = draw (names[i]);
      g_autoptr (GVariant) keep = NULL;
      const guint8 *argb = get_picture (pixmaps, 0, &keep);
      const guint8 *dot = argb + (13 * 16 + 2) * 4;
      const guint8 *corner = argb + (15 * 16 + 15) * 4;

      g_assert_cmpuint (dot[0], ==, 255);
      g_assert_cmpuint (dot[1], >, dot[3]);
      g_assert_cmpuint (corner[0], ==, 0);
    }
}

static void
test_states_differ (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GVariant) one = draw (names[i]);
      g_autoptr (GVariant) other = draw (names[(i + 1) % G_N_ELEMENTS (names)]);

      g_assert_false (g_variant_equal (one, other));
    }
}

static void
assert_alpha (const guint8 *argb,
              int           size,
              double        x,
              double        y,
              guint8        alpha)
{
  int column = (int) (x * size / 16), row = (int) (y * size / 16);

  g_assert_cmpuint (argb[(row * size + column) * 4], ==, alpha);
}

/* The drawing has each dot of the installed file, as large as there. */
static void
test_same_as_file (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *file = g_strconcat (names[i], ".svg", NULL);
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "icons", file, NULL);
      g_autofree char *svg = NULL;
      g_autoptr (GVariant) pixmaps = draw (names[i]);
      g_autoptr (GVariant) keep = NULL;
      const guint8 *argb = get_picture (pixmaps, 4, &keep);
      guint n_dots = 0;

      g_assert_true (g_file_get_contents (path, &svg, NULL, NULL));
      for (const char *at = svg; (at = strstr (at, "<circle")) != NULL; at++)
        {
          double x, y, radius;

          g_assert_cmpint (sscanf (at, "<circle cx=\"%lf\" cy=\"%lf\" r=\"%lf\"", &x, &y, &radius), ==, 3);
          assert_alpha (argb, 48, x, y, 255);
          assert_alpha (argb, 48, x - radius * 0.7, y, 255);
          n_dots++;
        }
      g_assert_cmpuint (n_dots, >=, 3);
      assert_alpha (argb, 48, 1, 1, 0);
    }
}

/* Given a panel as dark as the crumb, then a light edge sets it off. */
static void
test_light_edge (void)
{
  g_autoptr (GVariant) pixmaps = draw (names[1]);
  g_autoptr (GVariant) keep = NULL;
  const guint8 *argb = get_picture (pixmaps, 4, &keep);
  const guint8 *edge = argb + (15 * 48 + 46) * 4;

  g_assert_cmpuint (edge[0], >, 150);
  for (guint i = 1; i < 4; i++)
    g_assert_cmpuint (edge[i], >, 190);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/desktop/tray/icon/sizes", test_sizes);
  g_test_add_func ("/desktop/tray/icon/byte-order", test_byte_order);
  g_test_add_func ("/desktop/tray/icon/states-differ", test_states_differ);
  g_test_add_func ("/desktop/tray/icon/light-edge", test_light_edge);
  g_test_add_func ("/desktop/tray/icon/same-as-file", test_same_as_file);

  return g_test_run ();
}
