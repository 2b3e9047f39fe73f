/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-openables.h"

#include <string.h>

#define CLOSING_PUNCTUATION ".,;:!?)]}'\">"
#define OPENING_PUNCTUATION "([{'\"<"

void
bc_openable_free (BcOpenable *openable)
{
  g_free (openable->uri);
  g_free (openable->label);
  g_free (openable);
}

static gboolean
is_known (GPtrArray  *openables,
          const char *uri)
{
  for (guint i = 0; i < openables->len; i++)
    {
      BcOpenable *openable = g_ptr_array_index (openables, i);

      if (g_str_equal (openable->uri, uri))
        return TRUE;
    }

  return FALSE;
}

static void
add (GPtrArray  *openables,
     const char *uri,
     const char *label,
     gboolean    is_local,
     gboolean    is_folder)
{
  BcOpenable *openable;

  if (is_known (openables, uri))
    return;

  openable = g_new0 (BcOpenable, 1);
  openable->uri = g_strdup (uri);
  openable->label = g_strdup (label);
  openable->is_local = is_local;
  openable->is_folder = is_folder;
  g_ptr_array_add (openables, openable);
}

static void
add_path (GPtrArray  *openables,
          const char *path,
          const char *label,
          gboolean    is_folder)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  if (uri != NULL)
    add (openables, uri, label, TRUE, is_folder);
}

static void
add_web_address (GPtrArray  *openables,
                 const char *word)
{
  g_autoptr (GUri) uri = g_uri_parse (word, G_URI_FLAGS_ENCODED, NULL);

  if (uri != NULL && g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0')
    add (openables, word, word, FALSE, FALSE);
}

static void
add_word (GPtrArray *openables,
          char      *word)
{
  gsize length;

  word += strspn (word, OPENING_PUNCTUATION);
  length = strlen (word);
  while (length > 0 && strchr (CLOSING_PUNCTUATION, word[length - 1]) != NULL)
    word[--length] = '\0';

  if (g_str_has_prefix (word, "https://") || g_str_has_prefix (word, "http://"))
    {
      add_web_address (openables, word);
    }
  else if (g_str_has_prefix (word, "~/"))
    {
      g_autofree char *path = g_build_filename (g_get_home_dir (), word + 2, NULL);

      add_path (openables, path, word, FALSE);
    }
  else if (word[0] == '/' && strlen (word) > 1 && word[1] != '/')
    {
      add_path (openables, word, word, FALSE);
    }
}

GPtrArray *
bc_openables_find (BcCrumb *crumb)
{
  GPtrArray *openables = g_ptr_array_new_with_free_func ((GDestroyNotify) bc_openable_free);
  BcContext *context = bc_crumb_get_context (crumb);
  const char *directory = context != NULL ? bc_context_get_directory (context) : NULL;
  g_auto (GStrv) words = g_strsplit_set (bc_line_get_text (bc_crumb_get_line (crumb)), " \t\n", -1);

  for (gsize i = 0; words[i] != NULL; i++)
    add_word (openables, words[i]);

  if (directory != NULL && g_path_is_absolute (directory))
    add_path (openables, directory, directory, TRUE);

  return openables;
}
