// app/gui/options.cpp: QCommandLineParser's table.
#include "app/gui/options.h"
#include "ui/adapter/files.h"
#include <QCommandLineParser>
#include <QCoreApplication>
#include <cstdio>
#include <cstdlib>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

/// The context translators see.
class Options
{
    Q_DECLARE_TR_FUNCTIONS(patchlight::Options)
};

[[noreturn]] void refuse(const QString& sentence)
{
    std::fprintf(stderr, "error: %s\n", qPrintable(sentence));
    std::exit(2);
}

QCommandLineOption hidden(const QString& name, const QString& value)
{
    QCommandLineOption option(name, {}, value);
    option.setFlags(QCommandLineOption::HiddenFromHelp);
    return option;
}

void readShown(const QCommandLineParser& parser, StartOptions& options)
{
    options.model = parser.value(u"model"_s);
    options.device = parser.value(u"device"_s);
    options.threads = parser.value(u"threads"_s).toInt();
    if (parser.isSet(u"method"_s)) {
        options.method = methodByName(parser.value(u"method"_s).toStdString());
        if (!options.method)
            refuse(Options::tr("there is no method called %1").arg(parser.value(u"method"_s)));
    }
    for (const QString& file : parser.positionalArguments()) {
        if (kindOfFile(file) == FileKind::Model)
            options.model = file;
        else
            options.picture = file;
    }
}

void readHidden(const QCommandLineParser& parser, StartOptions& options)
{
    options.screenshot = parser.value(u"screenshot"_s);
    const QStringList sides = parser.value(u"size"_s).split(u'x');
    if (sides.size() == 2)
        options.size = QSize(sides.at(0).toInt(), sides.at(1).toInt());
    if (parser.isSet(u"theme"_s))
        options.theme = parser.value(u"theme"_s) == "light"_L1 ? ThemeChoice::Light : ThemeChoice::Dark;
    if (parser.isSet(u"fonts"_s))
        options.fonts = parser.value(u"fonts"_s).toDouble();
    options.keys = parser.value(u"keys"_s).split(u' ', Qt::SkipEmptyParts);
}

}

StartOptions parseOptions(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Options::tr("Shows what a Vision Transformer looks at."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(u"image"_s, Options::tr("A picture to open."), u"[IMAGE]"_s);
    parser.addOptions({
        {u"model"_s, Options::tr("A checkpoint file or folder; the default model where absent."), u"FILE"_s},
        {u"device"_s, Options::tr("auto, cpu, cuda or cuda:N."), u"NAME"_s},
        {u"method"_s, Options::tr("The method to begin with: attention, rollout, relevancy, …"), u"NAME"_s},
        {u"threads"_s, Options::tr("Processors to use; all but one where absent."), u"N"_s},
        hidden(u"screenshot"_s, u"FILE.png"_s),
        hidden(u"size"_s, u"WxH"_s),
        hidden(u"fonts"_s, u"FACTOR"_s),
        hidden(u"theme"_s, u"dark|light"_s),
        hidden(u"keys"_s, u"KEYS"_s),
    });
    parser.process(arguments);
    StartOptions options;
    readShown(parser, options);
    readHidden(parser, options);
    return options;
}

}
