/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-program-facts.h"

#include <adwaita.h>
#include <locale.h>

#ifdef GDK_WINDOWING_X11
#include <gdk/x11/gdkx.h>
#endif
#ifdef GDK_WINDOWING_WAYLAND
#include <gdk/wayland/gdkwayland.h>
#endif

#include "bc-paths.h"

static void
add_text (GVariantBuilder *facts,
          const char      *key,
          const char      *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);

  g_variant_builder_add (facts, "{sv}", key, g_variant_new_string (valid));
}

static void
add_version (GVariantBuilder *facts,
             const char      *key,
             guint            major,
             guint            minor,
             guint            micro)
{
  g_autofree char *version = g_strdup_printf ("%u.%u.%u", major, minor, micro);

  add_text (facts, key, version);
}

/* A Wayland session may show the windows of a program by its X server. */
static const char *
get_display_kind (void)
{
  GdkDisplay *display = gdk_display_get_default ();

#ifdef GDK_WINDOWING_WAYLAND
  if (display != NULL && GDK_IS_WAYLAND_DISPLAY (display))
    return "wayland";
#endif
#ifdef GDK_WINDOWING_X11
  if (display != NULL && GDK_IS_X11_DISPLAY (display))
    return "x11";
#endif

  return NULL;
}

GVariant *
bc_program_facts (gint64 started_us)
{
  g_autofree char *prefix = bc_paths_get_prefix ();
  GVariantBuilder facts;

  g_variant_builder_init (&facts, G_VARIANT_TYPE_VARDICT);
  add_text (&facts, "version", BC_VERSION);
  g_variant_builder_add (&facts, "{sv}", "started-us", g_variant_new_int64 (started_us));
  add_text (&facts, "install", bc_paths_is_flatpak () ? "flatpak" : prefix);
  add_text (&facts, "desktop", g_getenv ("XDG_CURRENT_DESKTOP"));
  add_text (&facts, "session", g_getenv ("XDG_SESSION_TYPE"));
  add_text (&facts, "display", get_display_kind ());
  add_version (&facts, "gtk", gtk_get_major_version (), gtk_get_minor_version (), gtk_get_micro_version ());
  add_version (&facts, "adwaita", adw_get_major_version (), adw_get_minor_version (), adw_get_micro_version ());
  add_version (&facts, "glib", glib_major_version, glib_minor_version, glib_micro_version);
  add_text (&facts, "locale", setlocale (LC_MESSAGES, NULL));

  return g_variant_builder_end (&facts);
}
