// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/runtime/process/descriptor.h"
#include "server/core/runtime/process/guards.h"
#include "server/core/runtime/process/inputpieces.h"
#include "server/core/runtime/process/launch.h"
#include "server/core/runtime/process/pipes.h"
#include "server/core/runtime/process/processspec.h"
#include "server/model/result.h"

#include <QObject>
#include <QPointer>

#include <array>
#include <optional>

namespace signalbox::core {

struct GuardRequest;

// Runs one command under its own guard program, so that none of its processes outlives a stop, a crash or a kill of
// the server (docs/reliability.md, "Nothing outlives the server").
// Server thread.
// Owned by the object that runs the command; destroying it kills all its processes and waits for that (milliseconds).
//
// One object, one run: start() once, then started() and later exited(), or failedToStart() alone.
class GuardedProcess : public QObject, private Poller::Watcher, private PipeReader::User, private PipeWriter::User
{
    Q_OBJECT

public:
    // Hears of the output and the end before those who are connected, at a fraction of the memory of three connections; does
    // not delete the process.
    class Receiver
    {
    public:
        virtual ~Receiver() = default;
        virtual void printed(OutputChannel channel, const QByteArray &bytes) = 0;
        virtual void ended() = 0;
    };

    explicit GuardedProcess(QObject *parent = nullptr);
    ~GuardedProcess() override;

    void setReceiver(Receiver &receiver) { m_receiver = &receiver; } // before start(); outlives this

    // Never fails itself: every error comes with failedToStart(). Emits nothing before it returns.
    void start(const ProcessSpec &spec);

    qint64 pid() const { return m_pid; }        // 0 before started()
    qint64 guardPid() const { return m_guard; } // the root of the command's process tree; 0 when there is none
    bool isRunning() const { return m_state == State::Starting || m_state == State::Running; }
    // What the command said otherwise than by its output, masked as that is.
    QString withoutSecrets(const QString &text) const;

    // Sends the spec's stop signal to the command's process group and TERM to its other descendants, or the signal to the
    // command's process alone (ProcessSpec::stopsMainAlone); after the timeout KILL to all.
    void stop();
    void stop(Milliseconds timeout); // a second call can only shorten the timeout
    void kill();
    // Of a later stop(), and of the guard when the server is gone; one that is under way goes on as it began.
    void setStop(int signal, bool mainAlone, Milliseconds timeout);

    // Never blocks. Capacity: more than the spec's inputLimit would wait (none of the bytes were taken); Conflict: the
    // input is no pipe or was closed.
    Result<void> write(const QByteArray &bytes);
    void closeInput(); // once the pending bytes are written
    qint64 pendingInputBytes() const;

    // While paused nothing is read, and the command blocks once its pipe (64 KiB) is full. exited() waits, too.
    void setReadingPaused(OutputChannel channel, bool paused);

Q_SIGNALS:
    void started(qint64 pid);
    // NotFound (program, directory, input file), InvalidArgument, Internal; the message is for people.
    void failedToStart(const signalbox::Error &error);
    void output(const QByteArray &bytes); // standard output, 1 to 65536 bytes, with secrets as much as the longest more
    void errorOutput(const QByteArray &bytes);
    void progressed(double percent, const QByteArray &text); // see ProcessSpec::tellsProgress; at most ten a second
    void inputWritten(qint64 pendingBytes); // after bytes that had to wait were written, or the command refused them
    // The signal of the first stop() was sent.
    void toldToStop();
    // All output was delivered and no process of the command is left.
    void exited(const signalbox::core::ExitStatus &status);

private:
    enum class State { New, Starting, Running, Ended };
    struct Reader
    {
        PipeReader pipe;
        bool paused = false;
    };

    Reader &reader(OutputChannel channel) { return channel == OutputChannel::Output ? m_output : m_error; }
    std::array<Reader *, 2> readers() { return {&m_output, &m_error}; }
    void launchWith(const SecretValues &secrets);
    void takeInputInPieces();
    void tellInput();
    void mask(const SecretValues &secrets);
    void callOff();
    void send(const GuardRequest &request);
    void readable(bool failed) override;
    void received(const PipeReader &from, const QByteArray &bytes) override;
    void finished() override { finishIfOver(); }
    void written() override { tellInput(); }
    void readControl();
    void takeReport(int kind, int value, const QByteArray &text);
    void beginReading();
    void guardEnded();
    void sweep();
    void finishIfOver();
    void fail(Error error);
    void failSoon(const Error &error); // not before start() or stop() has returned
    Error startError(bool directory, int number) const;
    void reapGuard();
    void killAndWait();

    ProcessSpec m_spec;
    State m_state = State::New;
    qint64 m_pid = 0;
    pid_t m_guard = 0;
    GuardPids m_guards;
    QByteArray m_marker;
    Descriptor m_control;
    std::optional<Watch> m_controlWatch;
    std::unique_ptr<SecretMask> m_mask; // none: it was given no secrets
    Receiver *m_receiver = nullptr;
    PipeWriter m_input;
    std::unique_ptr<InputPieces> m_pieces; // with ProcessSpec::inputInPieces all input goes through it; else none
    bool m_awaitsSecrets = false;
    QList<QByteArray> m_earlyInput; // that was written while secrets are read
    bool m_endsInputEarly = false;
    Reader m_output;
    Reader m_error;
    ExitStatus m_status;
    std::optional<Error> m_startFailure;
    bool m_guardFinished = false; // the guard reported EverythingGone
    bool m_nothingLeft = false;
};

} // namespace signalbox::core
