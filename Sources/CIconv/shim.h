#pragma once
// Part of the C library on Linux, a library of its own on a Mac.
#include <iconv.h>
