// SPDX-License-Identifier: GPL-3.0-or-later
// What nearly every test includes: half of what such a small file takes to compile.
#pragma once

#include "cmake/pch.h"

#include <QTemporaryDir>
#include <QtTest>
