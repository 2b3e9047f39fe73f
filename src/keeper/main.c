/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdlib.h>
#include <unistd.h>

#include "bc-keeper.h"
#include "bc-paths.h"
#include "bc-uuid.h"

#define MAX_BYTES (256 * 1024)

static void
set_up_locale (void)
{
  g_autofree char *folder = bc_paths_get_installed (BC_LOCALEDIR, "share/locale");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
}

/* The text comes by standard input, a serialised (ss): arguments can be seen by everybody. */
static GVariant *
read_text (void)
{
  g_autoptr (GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autofree guint8 *data = g_malloc (MAX_BYTES);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GVariant) text = NULL;
  gsize length;

  if (!g_input_stream_read_all (input, data, MAX_BYTES, &length, NULL, NULL))
    return NULL;

  bytes = g_bytes_new (data, length);
  text = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE ("(ss)"), bytes, FALSE));

  return g_variant_get_normal_form (text);
}

static int
keep (GDBusConnection *bus,
      guint32          shown,
      const char      *crumb_id,
      GVariant        *text)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (BcKeeper) keeper = NULL;
  const char *summary, *body;

  g_variant_get (text, "(&s&s)", &summary, &body);
  keeper = bc_keeper_new (bus, shown, crumb_id, summary, body);
  g_signal_connect_swapped (keeper, "done", G_CALLBACK (g_main_loop_quit), loop);
  g_main_loop_run (loop);
  g_dbus_connection_flush_sync (bus, NULL, NULL);

  return EXIT_SUCCESS;
}

/* Started by the program when it quits while a reminder is shown:
 * breadcrumbs-keeper NOTIFICATION CRUMB <TEXT */
int
main (int   argc,
      char *argv[])
{
  g_autoptr (GDBusConnection) bus = NULL;
  g_autoptr (GVariant) text = NULL;
  guint64 notification;
  BcUuid uuid;

  set_up_locale ();
  if (argc != 3 ||
      !g_ascii_string_to_unsigned (argv[1], 10, 0, G_MAXUINT32, &notification, NULL) ||
      !bc_uuid_parse (argv[2], &uuid))
    {
      g_printerr ("breadcrumbs-keeper: needs the number of a notification and the id of a crumb\n");
      return 2;
    }

  text = read_text ();
  bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  if (text == NULL || bus == NULL)
    return EXIT_FAILURE;

  return keep (bus, (guint32) notification, argv[2], text);
}
