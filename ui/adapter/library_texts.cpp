// ui/adapter/library_texts.cpp
#include "ui/adapter/library_texts.h"
#include "core/base/family.h"
#include "ui/adapter/texts.h"
#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

/// The context translators see.
class LibraryTexts
{
    Q_DECLARE_TR_FUNCTIONS(patchlight::LibraryTexts)
};

QString number(double value, int digits)
{
    return QLocale::c().toString(value, 'f', digits);
}

QString parametersLabel(std::int64_t parameters)
{
    if (parameters <= 0)
        return {};
    return LibraryTexts::tr("%1 parameters").arg(parametersText(parameters));
}

QString timeLabel(double seconds)
{
    return seconds < 90 ? LibraryTexts::tr("%1 s left").arg(number(seconds, 0))
                        : LibraryTexts::tr("%1 min left").arg(number(seconds / 60, 0));
}

QString placeLabel(const ListedModel& model)
{
    switch (model.place) {
    case ListedModel::Place::Shipped:
        return LibraryTexts::tr("ships with the program");
    case ListedModel::Place::HubCache:
        return LibraryTexts::tr("Hugging Face cache");
    case ListedModel::Place::TorchCache:
        return LibraryTexts::tr("PyTorch cache");
    case ListedModel::Place::Folder:
        return LibraryTexts::tr("a folder of yours");
    case ListedModel::Place::Published:
        break;
    }
    return LibraryTexts::tr("on the hub");
}

}

QString bytesLabel(quint64 bytes)
{
    const auto amount = static_cast<double>(bytes);
    if (amount < 999.5e3)
        return LibraryTexts::tr("%1 kB").arg(number(amount / 1e3, 0));
    if (amount < 999.5e6)
        return LibraryTexts::tr("%1 MB").arg(number(amount / 1e6, amount < 9.95e6 ? 1 : 0));
    return LibraryTexts::tr("%1 GB").arg(number(amount / 1e9, 1));
}

QString familyLabel(const ListedModel& model)
{
    const auto known = std::ranges::find(allFamilies(), model.family, &FamilyTraits::word);
    const QString family = fromUtf8(known == allFamilies().end() ? std::string_view(model.family) : known->title);
    return model.kin.empty() ? family : fromUtf8(model.kin) + u' ' + family;
}

QString knowsLabel(const ListedModel& model)
{
    if (model.classes.value_or(0) > 0)
        return LibraryTexts::tr("%1 classes").arg(QLocale(QLocale::English).toString(*model.classes));
    return model.classes || model.knows == "features" ? LibraryTexts::tr("features, no classes") : QString();
}

QString listedTitle(const ListedModel& model)
{
    if (model.place == ListedModel::Place::Shipped && model.name == "default")
        return LibraryTexts::tr("Default model");
    if (!model.title.empty())
        return fromUtf8(model.title);
    return fromUtf8(shortName(model));
}

QString listedSubtitle(const ListedModel& model)
{
    QStringList parts;
    for (const QString& part :
        {familyLabel(model), parametersLabel(model.parameters), knowsLabel(model), fromUtf8(model.licence)})
        if (!part.isEmpty())
            parts << part;
    return parts.join(u" · "_s);
}

QString listedAbout(const ListedModel& model)
{
    if (model.place == ListedModel::Place::Shipped && model.name == "default")
        return LibraryTexts::tr("Tells 200 everyday things apart on a grid of 16 × 16 patches: small and quick, and trained "
                                "by this program itself.");
    if (model.about.empty())
        return {};
    if (model.rank >= 0) // of the list of published ones, whose words are ours
        return QCoreApplication::translate("patchlight::KnownModels", model.about.c_str());
    return LibraryTexts::tr("From its card: %1").arg(fromUtf8(model.about));
}

QString transferLabel(const Transfer& transfer)
{
    switch (transfer.stage) {
    case Transfer::Stage::Asking:
        return LibraryTexts::tr("asking the hub");
    case Transfer::Stage::Waiting:
        return LibraryTexts::tr("another program fetches it");
    case Transfer::Stage::Checking:
        return LibraryTexts::tr("checking");
    case Transfer::Stage::Fetching:
        break;
    }
    QString text = LibraryTexts::tr("%1 of %2").arg(bytesLabel(transfer.done), bytesLabel(transfer.total));
    if (transfer.rate > 0)
        text += u" · "_s + LibraryTexts::tr("%1/s").arg(bytesLabel(static_cast<quint64>(transfer.rate)));
    if (transfer.secondsLeft >= 0)
        text += u" · "_s + timeLabel(transfer.secondsLeft);
    return text;
}

QVector<QPair<QString, QString>> listedFacts(const ListedModel& model)
{
    QVector<QPair<QString, QString>> facts;
    const auto add = [&facts](const QString& label, const QString& value) {
        if (!value.isEmpty())
            facts.append({label, value});
    };
    add(LibraryTexts::tr("family"), familyLabel(model));
    add(LibraryTexts::tr("architecture"), fromUtf8(model.architecture));
    add(LibraryTexts::tr("parameters"), model.parameters > 0 ? parametersText(model.parameters) : QString());
    add(LibraryTexts::tr("file"), model.bytes > 0 ? bytesLabel(model.bytes) : QString());
    add(LibraryTexts::tr("input"), model.input ? LibraryTexts::tr("%1 px").arg(*model.input) : QString());
    add(LibraryTexts::tr("knows"), knowsLabel(model));
    add(LibraryTexts::tr("ImageNet top-1"), model.top1 ? number(*model.top1, 1) + u" %"_s : QString());
    add(LibraryTexts::tr("licence"), fromUtf8(model.licence));
    add(LibraryTexts::tr("where"), placeLabel(model));
    return facts;
}

}
