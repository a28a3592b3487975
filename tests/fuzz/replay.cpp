// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a fuzz target over the files of the folders that are named, where there is no libFuzzer. The name of a file is
// printed before it is tried, so that the last one is the one that fails.
#include <QDirIterator>
#include <QFile>

#include <cstdint>
#include <cstdio>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

int main(int count, char **arguments)
{
    int tried = 0;
    for (int index = 1; index < count; ++index) {
        QDirIterator files(QFile::decodeName(arguments[index]), QDir::Files);
        while (files.hasNext()) {
            QFile file(files.next());
            std::printf("%s\n", qPrintable(file.fileName()));
            std::fflush(stdout);
            if (!file.open(QIODevice::ReadOnly))
                return 1;
            const QByteArray bytes = file.readAll();
            LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(bytes.constData()),
                                   static_cast<std::size_t>(bytes.size()));
            ++tried;
        }
    }
    return tried > 0 ? 0 : 1;
}
