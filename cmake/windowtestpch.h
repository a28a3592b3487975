// SPDX-License-Identifier: GPL-3.0-or-later
// What nearly every test of the window includes.
#pragma once

#include "cmake/testpch.h"

#include <QtWidgets>
