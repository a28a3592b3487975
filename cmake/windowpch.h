// SPDX-License-Identifier: GPL-3.0-or-later
// What nearly every file of the window includes.
#pragma once

#include "cmake/pch.h"

#include <QtWidgets>
