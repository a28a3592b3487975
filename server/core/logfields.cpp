// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/logfields.h"

#include <utility>

namespace signalbox::core {

namespace {

thread_local const LogFields *fieldsOfThread = nullptr;

} // namespace

WithFields::WithFields(const LogFields &fields) : m_fields(fields), m_before(std::exchange(fieldsOfThread, &m_fields))
{
}

WithFields::~WithFields()
{
    fieldsOfThread = m_before;
}

const LogFields *WithFields::current()
{
    return fieldsOfThread;
}

} // namespace signalbox::core
