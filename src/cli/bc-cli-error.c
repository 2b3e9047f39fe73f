/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-cli-error.h"

#include <glib/gi18n-lib.h>

#include "bc-cli-text.h"
#include "bc-journal.h"

G_DEFINE_QUARK (bc-cli-error-quark, bc_cli_error)

int
bc_cli_error_get_status (const GError *error)
{
  return g_error_matches (error, BC_CLI_ERROR, BC_CLI_ERROR_USAGE) ? 2 : 1;
}

static const char *
get_store_sentence (int code)
{
  switch ((BcStoreError) code)
    {
    case BC_STORE_ERROR_CORRUPT:
      return _("The data file is damaged");
    case BC_STORE_ERROR_NOT_OURS:
      return _("The data file is not one of Breadcrumbs; it was left as it is");
    case BC_STORE_ERROR_NEWER:
      return _("The data file was written by a newer Breadcrumbs; it was left as it is");
    case BC_STORE_ERROR_FULL:
      return _("No room is left on the disk");
    case BC_STORE_ERROR_READ_ONLY:
      return _("The data file cannot be written");
    case BC_STORE_ERROR_BUSY:
      return _("Another program kept the data file busy for too long");
    case BC_STORE_ERROR_FAILED:
      return _("The data file cannot be used");
    case BC_STORE_ERROR_NOT_FOUND:
    case BC_STORE_ERROR_AMBIGUOUS:
    case BC_STORE_ERROR_NOTHING:
    case BC_STORE_ERROR_STATE:
    default:
      return NULL;
    }
}

char *
bc_cli_error_to_line (const GError *error)
{
  const char *sentence = error->domain == BC_STORE_ERROR ? get_store_sentence (error->code) : NULL;
  g_autofree char *message = bc_text_clean (error->message);

  if (bc_cli_error_get_status (error) == 2)
    return g_strdup_printf (_("breadcrumbs: %s (see “breadcrumbs --help”)\n"), message);
  if (sentence != NULL)
    return g_strdup_printf ("breadcrumbs: %s: %s\n", sentence, message);

  return g_strdup_printf ("breadcrumbs: %s\n", message);
}
