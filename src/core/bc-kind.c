/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-line.h"

#include <string.h>

static const char * const words[] = {
  [BC_KIND_NONE] = NULL,
  [BC_KIND_BUG] = "bug",
  [BC_KIND_INCIDENT] = "incident",
  [BC_KIND_QUESTION] = "question",
  [BC_KIND_SHIFT] = "shift",
  [BC_KIND_MEETING] = "meeting",
  [BC_KIND_WAITING] = "waiting",
  [BC_KIND_SELF] = "self",
  [BC_KIND_BREAK] = "break",
};

const char *
bc_kind_to_string (BcKind kind)
{
  g_return_val_if_fail (kind >= BC_KIND_NONE && kind <= BC_KIND_LAST, NULL);

  return words[kind];
}

/* No kind begins another one, so a full word needs no case of its own. */
BcKind
bc_kind_from_string (const char *word)
{
  gsize length = word != NULL ? strlen (word) : 0;
  BcKind found = BC_KIND_NONE;

  if (length == 0)
    return BC_KIND_NONE;

  for (BcKind kind = BC_KIND_NONE + 1; kind <= BC_KIND_LAST; kind++)
    {
      if (g_ascii_strncasecmp (words[kind], word, length) != 0)
        continue;
      if (found != BC_KIND_NONE)
        return BC_KIND_NONE;
      found = kind;
    }

  return found;
}
