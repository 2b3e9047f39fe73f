/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stddef.h>
#include <stdint.h>

/**
 * LLVMFuzzerTestOneInput:
 *
 * What a fuzz target defines: reads one input, and aborts if something is wrong.
 * Called by libFuzzer, or by fuzz-replay.c for each stored input.
 *
 * Returns: 0
 */
int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);
