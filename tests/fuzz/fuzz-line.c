/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-target.h"
#include "line-properties.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  line_properties_check_bytes (data, size);

  return 0;
}
