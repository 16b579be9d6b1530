// app/gui/manual.cpp
#include "app/gui/manual.h"

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

/// Text as roff prints it: minus signs that can be copied.
QString plain(QString text)
{
    return text.replace(u'\\', u"\\e"_s).replace(u'-', u"\\-"_s);
}

QString entry(const QCommandLineOption& option)
{
    const QString value = option.valueName().isEmpty() ? QString() : u" \\fI"_s + plain(option.valueName()) + u"\\fR"_s;
    return u".TP\n\\fB\\-\\-"_s + plain(option.names().constLast()) + u"\\fR"_s + value + u"\n"_s
        + plain(option.description()) + u"\n"_s;
}

constexpr auto kBegin = R"(.TH PATCHLIGHT 1 "" "Patchlight )" PATCHLIGHT_VERSION R"(" "User Commands"
.SH NAME
patchlight \- show what a Vision Transformer looks at
.SH SYNOPSIS
.B patchlight
[\fIOPTIONS\fR] [\fIIMAGE\fR|\fIMODEL\fR]...
.SH DESCRIPTION
Opens a window with the picture, the prediction, and a map of what the network looked at.
Pictures and model files may be given in any order; without either, sample pictures and the model that ships are
offered.
Every key is listed by
.B ?
in the window.
.SH OPTIONS
.TP
\fB\-h\fR, \fB\-\-help\fR
List these options, then end; \fB\-\-help\-all\fR lists those of Qt, too.
.TP
\fB\-v\fR, \fB\-\-version\fR
Say the version, then end.
)";

constexpr auto kEnd = R"(.SH EXIT STATUS
.TP
.B 0
done
.TP
.B 1
it could not start, or the picture that \fB\-\-screenshot\fR asks for could not be made
.TP
.B 2
wrong usage
.SH ENVIRONMENT
.TP
.B PATCHLIGHT_RESOURCES
the folder that holds models, labels and pictures, instead of the installed one
.SH SEE ALSO
.BR patchlight\-cli (1)
)";

}

QString manualPage(const QList<QCommandLineOption>& options)
{
    QString page = QString::fromLatin1(kBegin);
    for (const QCommandLineOption& option : options)
        if (!option.flags().testFlag(QCommandLineOption::HiddenFromHelp))
            page += entry(option);
    return page + QString::fromLatin1(kEnd);
}

}
