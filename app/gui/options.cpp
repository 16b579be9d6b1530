// app/gui/options.cpp: QCommandLineParser's table.
#include "app/gui/options.h"
#include "app/gui/completion.h"
#include "app/gui/manual.h"
#include "core/base/fact_words.h"
#include "core/base/kept_input.h"
#include "ui/adapter/device_texts.h"
#include "ui/adapter/files.h"
#include "ui/adapter/texts.h"
#include <QCommandLineParser>
#include <QCoreApplication>
#include <QKeySequence>
#include <cstdio>
#include <cstdlib>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

constexpr int kLargestSide = 16384;
constexpr int kMostThreads = 1024; ///< the command line's limit

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

void readStart(const QCommandLineParser& parser, StartOptions& options)
{
    options.model = parser.value(u"model"_s);
    options.device = parser.value(u"device"_s);
    if (parser.isSet(u"precision"_s)) {
        options.precision = precisionByName(parser.value(u"precision"_s));
        if (!options.precision)
            refuse(Options::tr("--precision %1: there are fp32, bf16 and fp16").arg(parser.value(u"precision"_s)));
    }
    if (parser.isSet(u"threads"_s)) {
        bool number = false;
        options.threads = parser.value(u"threads"_s).toInt(&number);
        if (!number || *options.threads < 0 || *options.threads > kMostThreads)
            refuse(Options::tr("--threads %1: write a number from 0, which stands for all processors, to %2")
                       .arg(parser.value(u"threads"_s), QString::number(kMostThreads)));
    }
    if (parser.isSet(u"method"_s)) {
        options.method = methodByName(parser.value(u"method"_s).toStdString());
        if (!options.method)
            refuse(Options::tr("there is no method called %1").arg(parser.value(u"method"_s)));
    }
    for (const QString& file : parser.positionalArguments()) {
        QString& place = kindOfFile(file) == FileKind::Model ? options.model : options.picture;
        if (!place.isEmpty())
            refuse(Options::tr("%1 and %2: the window opens one picture and one model at a time").arg(place, file));
        place = file;
    }
}

/// The window as a picture is not written over what is opened in it.
void checkScreenshot(const StartOptions& options)
{
    const KeptInput model{toPath(options.model)};
    std::vector<KeptInput> pictures;
    for (const QString& file : picturesToTry(options.picture))
        pictures.emplace_back(toPath(file));
    if (const auto free = checkNotInput(toPath(options.screenshot)); !free)
        refuse(fromUtf8(free.error().message));
}

QSize sizeFrom(const QString& text)
{
    const QStringList sides = text.split(u'x');
    const QSize size = sides.size() == 2 ? QSize(sides.at(0).toInt(), sides.at(1).toInt()) : QSize();
    if (size.width() <= 0 || size.height() <= 0 || size.width() > kLargestSide || size.height() > kLargestSide)
        refuse(Options::tr("--size %1: write width and height in pixels, such as 1280x800").arg(text));
    return size;
}

ThemeChoice themeFrom(const QString& text)
{
    if (text == "light"_L1)
        return ThemeChoice::Light;
    if (text == "dark"_L1)
        return ThemeChoice::Dark;
    refuse(Options::tr("--theme %1: there are dark and light").arg(text));
}

double factorFrom(const QString& text)
{
    const double factor = text.toDouble();
    if (!(factor >= 0.5 && factor <= 4))
        refuse(Options::tr("--fonts %1: write a factor between 0.5 and 4").arg(text));
    return factor;
}

QStringList keysFrom(const QString& text)
{
    const QStringList keys = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString& key : keys) {
        const QKeySequence sequence(key, QKeySequence::PortableText);
        if (sequence.count() != 1 || sequence[0].key() == Qt::Key_unknown)
            refuse(Options::tr("--keys: there is no key called %1; write keys such as S, Shift+T or Ctrl+C").arg(key));
    }
    return keys;
}

/// Every option but --help and --version: what is parsed, what --help lists, and what the manual page is made of.
QList<QCommandLineOption> optionTable()
{
    QList<QCommandLineOption> table{
        {u"model"_s, Options::tr("A checkpoint file or folder; the default model where absent."), u"FILE"_s},
        {u"device"_s, Options::tr("auto, cpu, cuda or cuda:N."), u"NAME"_s},
        {u"precision"_s, Options::tr("fp32, bf16 or fp16; else as chosen in the window."), u"NAME"_s},
        {u"method"_s, Options::tr("The method to begin with: attention, rollout, relevancy, …"), u"NAME"_s},
        {u"threads"_s,
            Options::tr("Processors to use, 0 for all; all but one where absent and there are more than two."), u"N"_s},
        {u"screenshot"_s, Options::tr("Write the window as a picture, then end."), u"FILE.png"_s},
        {u"size"_s, Options::tr("Size of the window, in pixels."), u"WxH"_s},
        {u"theme"_s, Options::tr("Colours of this run; else as chosen in the window."), u"dark|light"_s},
        {u"fonts"_s, Options::tr("Size of the fonts, times the system's."), u"FACTOR"_s},
        {u"keys"_s, Options::tr("Keys to press before the picture, such as \"S Shift+T\"."), u"KEYS"_s},
    };
    QCommandLineOption manual(u"manual"_s), completion(u"completion"_s, QString(), u"SHELL"_s);
    for (QCommandLineOption* hidden : {&manual, &completion}) { // what is installed beside the program is made by these
        hidden->setFlags(QCommandLineOption::HiddenFromHelp);
        table.append(*hidden);
    }
    return table;
}

/// What shells offer behind an option.
OptionWords wordsOfOptions()
{
    OptionWords words{{u"device"_s, {u"auto"_s, u"cpu"_s, u"cuda"_s}}, {u"theme"_s, {u"dark"_s, u"light"_s}}};
    for (const std::string& word : wordsOf<Precision>())
        words[u"precision"_s] << fromUtf8(word);
    for (const MethodInfo& info : methods())
        words[u"method"_s] << fromUtf8(info.name);
    return words;
}

/// Prints one of the texts that are installed beside the program, where one is asked for, and ends.
void printInstalledText(const QCommandLineParser& parser)
{
    QString text;
    if (parser.isSet(u"manual"_s))
        text = manualPage(optionTable());
    else if (!parser.isSet(u"completion"_s))
        return;
    else if (text = completionScript(optionTable(), wordsOfOptions(), parser.value(u"completion"_s)); text.isEmpty())
        refuse(Options::tr("--completion %1: there are bash, zsh and fish").arg(parser.value(u"completion"_s)));
    std::fputs(qPrintable(text), stdout);
    std::exit(0);
}

void readPictureOptions(const QCommandLineParser& parser, StartOptions& options)
{
    options.screenshot = parser.value(u"screenshot"_s);
    if (parser.isSet(u"size"_s))
        options.size = sizeFrom(parser.value(u"size"_s));
    if (parser.isSet(u"theme"_s))
        options.theme = themeFrom(parser.value(u"theme"_s));
    if (parser.isSet(u"fonts"_s))
        options.fonts = factorFrom(parser.value(u"fonts"_s));
    options.keys = keysFrom(parser.value(u"keys"_s));
}

}

StartOptions parseOptions(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Options::tr("Shows what a Vision Transformer looks at."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(u"image"_s, Options::tr("A picture to open."), u"[IMAGE]"_s);
    parser.addOptions(optionTable());
    if (!parser.parse(arguments))
        refuse(parser.errorText());
    parser.process(arguments); // --help and --version
    printInstalledText(parser);
    StartOptions options;
    readStart(parser, options);
    readPictureOptions(parser, options);
    checkScreenshot(options);
    return options;
}

}
