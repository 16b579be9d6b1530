// app/gui/display_needed.cpp
#include "app/gui/display_needed.h"
#include <QByteArray>
#include <QString>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace patchlight
{
namespace
{

QtMessageHandler next = nullptr;
QString reason; ///< what Qt first said of the display: which one

bool isOfThePlatform(const QMessageLogContext& context)
{
    return context.category && std::strncmp(context.category, "qt.qpa", 6) == 0;
}

void listen(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    if (type == QtFatalMsg) {
        const QByteArray why = reason.isEmpty() ? message.section(QLatin1Char('\n'), 0, 0).toUtf8() : reason.toUtf8();
        std::fprintf(stderr, "error: the window needs a display, and Qt has none (%s); patchlight-cli does without\n",
            why.trimmed().constData());
        std::fflush(stderr);
        std::_Exit(1); // nothing has begun; an abort would write a core file
    }
    if (!isOfThePlatform(context))
        next(type, context, message);
    else if (reason.isEmpty())
        reason = message;
}

}

DisplayNeeded::DisplayNeeded() : m_before(qInstallMessageHandler(listen))
{
    next = m_before;
}

DisplayNeeded::~DisplayNeeded()
{
    qInstallMessageHandler(m_before);
    if (!reason.isEmpty()) // a display was found all the same: what was said of it is a warning as ever
        m_before(QtWarningMsg, {nullptr, 0, nullptr, "qt.qpa"}, reason);
}

}
