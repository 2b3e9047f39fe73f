/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-error-text.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "bc-journal.h"
#include "bc-service-status.h"

typedef struct {
  int code;
  const char *text;
} Sentence;

static const Sentence store_sentences[] = {
  { BC_STORE_ERROR_FAILED, N_("The data file could not be used.") },
  { BC_STORE_ERROR_NOT_FOUND, N_("That breadcrumb is no longer there.") },
  { BC_STORE_ERROR_AMBIGUOUS, N_("More than one breadcrumb has that short id.") },
  { BC_STORE_ERROR_CORRUPT, N_("The data file is damaged. It has not been overwritten.") },
  { BC_STORE_ERROR_NOT_OURS, N_("The data file does not belong to Breadcrumbs. It has not been touched.") },
  { BC_STORE_ERROR_NEWER, N_("The data file was written by a newer version of Breadcrumbs. It has not been touched.") },
  { BC_STORE_ERROR_FULL, N_("There is no room left on the disk.") },
  { BC_STORE_ERROR_READ_ONLY, N_("The data folder may not be written to.") },
  { BC_STORE_ERROR_BUSY, N_("Another program kept the data file locked for too long.") },
  { BC_STORE_ERROR_NOTHING, N_("There is nothing to do that to.") },
  { BC_STORE_ERROR_STATE, N_("That breadcrumb has already been answered.") },
};

static const Sentence line_sentences[] = {
  { BC_LINE_ERROR_NOT_UTF8, N_("The line is not valid text.") },
  { BC_LINE_ERROR_NUL, N_("The line has a character in it that cannot be kept.") },
  { BC_LINE_ERROR_TOO_LONG, N_("The line is longer than 10,000 characters. Shorten it to save it.") },
};

static const Sentence service_sentences[] = {
  { BC_SERVICE_ERROR_UNAVAILABLE, N_("This desktop does not offer that.") },
  { BC_SERVICE_ERROR_NOT_YET, N_("The desktop is not ready for that yet.") },
  { BC_SERVICE_ERROR_TAKEN, N_("Another program already uses that.") },
  { BC_SERVICE_ERROR_DENIED, N_("The desktop did not allow that.") },
  { BC_SERVICE_ERROR_INVALID, N_("That cannot be used here.") },
  { BC_SERVICE_ERROR_FAILED, N_("The desktop could not do that.") },
};

static const Sentence io_sentences[] = {
  { G_IO_ERROR_NOT_FOUND, N_("The file or folder is not there.") },
  { G_IO_ERROR_EXISTS, N_("Something of that name is there already.") },
  { G_IO_ERROR_IS_DIRECTORY, N_("There is a folder where a file was expected.") },
  { G_IO_ERROR_NOT_DIRECTORY, N_("There is a file where a folder was expected.") },
  { G_IO_ERROR_NO_SPACE, N_("There is no room left on the disk.") },
  { G_IO_ERROR_PERMISSION_DENIED, N_("You are not allowed to use that file or folder.") },
  { G_IO_ERROR_READ_ONLY, N_("That place may not be written to.") },
  { G_IO_ERROR_NOT_SUPPORTED, N_("That is not supported here.") },
  { G_IO_ERROR_CANCELLED, N_("That was stopped.") },
  { G_IO_ERROR_CLOSED, N_("Breadcrumbs is closing.") },
  { G_IO_ERROR_BUSY, N_("That is in use at the moment. Try again shortly.") },
  { G_IO_ERROR_TIMED_OUT, N_("That took too long. Try again shortly.") },
};

static const char *
find_sentence (const Sentence *sentences,
               gsize           n_sentences,
               int             code)
{
  for (gsize i = 0; i < n_sentences; i++)
    {
      if (sentences[i].code == code)
        return sentences[i].text;
    }

  return NULL;
}

static const char *
find_in_domain (const GError *error)
{
  if (error->domain == BC_STORE_ERROR)
    return find_sentence (store_sentences, G_N_ELEMENTS (store_sentences), error->code);

  if (error->domain == BC_LINE_ERROR)
    return find_sentence (line_sentences, G_N_ELEMENTS (line_sentences), error->code);

  if (error->domain == BC_SERVICE_ERROR)
    return find_sentence (service_sentences, G_N_ELEMENTS (service_sentences), error->code);

  if (error->domain == G_IO_ERROR)
    return find_sentence (io_sentences, G_N_ELEMENTS (io_sentences), error->code);

  return NULL;
}

char *
bc_error_text (const GError *error)
{
  const char *text = find_in_domain (error);

  return g_strdup (text != NULL ? _(text) : _("Something went wrong."));
}
