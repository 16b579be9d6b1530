// ui/view/window/fact_editor.cpp
#include "ui/view/window/fact_editor.h"
#include "ui/state/session.h"
#include "ui/view/theme/theme.h"
#include "ui/view/window/dialogs.h"
#include <QActionGroup>
#include <QCoreApplication>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScreen>
#include <QVBoxLayout>
#include <algorithm>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

/// The context translators see.
class FactEditor
{
    Q_DECLARE_TR_FUNCTIONS(patchlight::FactEditor)
};

bool fromFile(FactId fact)
{
    return fact == FactId::Profile || fact == FactId::ClassNames;
}

/// As if nobody had said anything.
void takeBack(Overrides& overrides, FactId fact)
{
    switch (fact) {
    case FactId::Heads:
        return overrides.heads.reset();
    case FactId::ImageSize:
        return overrides.imageSize.reset();
    case FactId::NormEps:
        return overrides.normEps.reset();
    case FactId::Activation:
        return overrides.activation.reset();
    case FactId::Profile:
        return overrides.profile.reset();
    case FactId::ClassNames:
        return overrides.labels.reset();
    case FactId::Weights:
        return overrides.weights.reset();
    case FactId::Prefix:
        return overrides.prefix.reset();
    case FactId::Base:
        return overrides.base.reset();
    case FactId::ColourProfiles:
        overrides.colourProfiles = true;
        break;
    case FactId::DarkPictures:
        overrides.stretch = false;
        break;
    case FactId::Bands:
        overrides.bands.clear();
        break;
    case FactId::None:
        break;
    }
}

Result<void> correct(Session* session, FactId fact, const QString& text)
{
    Overrides overrides = session->corrections();
    auto done = correctFact(overrides, fact, text);
    if (done)
        session->correctModel(overrides);
    return done;
}

void takeBackNow(Session* session, FactId fact)
{
    Overrides overrides = session->corrections();
    takeBack(overrides, fact);
    session->correctModel(overrides);
}

bool isCorrected(Session* session, FactId fact)
{
    Overrides overrides = session->corrections();
    takeBack(overrides, fact);
    return !(overrides == session->corrections());
}

void openMenu(Session* session, Dialogs* dialogs, FactId fact, QPoint global, QWidget* window)
{
    auto* menu = new QMenu(window);
    menu->setObjectName(u"factMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(factLabel(fact))->setEnabled(false); // a heading
    auto* choices = new QActionGroup(menu);
    const QString now = factNow(*session->model(), fact);
    const auto offered = factChoices(fact);
    const bool corrected = isCorrected(session, fact);
    const bool known = std::any_of(offered.begin(), offered.end(), [&](const auto& choice) { return choice.second == now; });
    if (corrected || (!offered.isEmpty() && !known)) {
        auto* asRead = menu->addAction(
            uncorrectedText(*session->model(), fact, corrected), session, [session, fact] { takeBackNow(session, fact); });
        asRead->setCheckable(true);
        asRead->setChecked(!corrected);
        choices->addAction(asRead);
        menu->addSeparator();
    }
    for (const auto& [shown, written] : offered) {
        auto* choice = menu->addAction(
            shown, session, [session, fact, text = written] { (void)correct(session, fact, text); });
        choice->setCheckable(true);
        choice->setChecked(written == now);
        choices->addAction(choice);
    }
    if (fromFile(fact)) {
        menu->addSeparator();
        menu->addAction(FactEditor::tr("From a file…"), session, [session, dialogs, fact, window] {
            const QString file = dialogs->factFile(window, factLabel(fact));
            if (!file.isEmpty())
                (void)correct(session, fact, file);
        });
    }
    menu->popup(global);
}

/// At the place asked for, or as near to it as the screen is there.
void placeOnScreen(QWidget& popup, QPoint wanted, const QWidget& window)
{
    popup.adjustSize();
    const QRect screen = window.screen()->availableGeometry();
    popup.move(std::max(screen.left(), std::min(wanted.x(), screen.right() + 1 - popup.width())),
        std::max(screen.top(), std::min(wanted.y(), screen.bottom() + 1 - popup.height())));
}

void openLine(Session* session, FactId fact, QPoint global, QWidget* window)
{
    auto* popup = new QFrame(window, Qt::Popup);
    popup->setObjectName(u"factPopup"_s);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->setProperty("surface", u"panel"_s);
    popup->setFrameShape(QFrame::StyledPanel);
    auto* column = new QVBoxLayout(popup);
    column->setContentsMargins(metric::medium, metric::small, metric::medium, metric::small);
    column->addWidget(new QLabel(factLabel(fact)));
    auto* line = new QLineEdit;
    line->setObjectName(u"factLine"_s);
    line->setAccessibleName(factLabel(fact));
    line->setPlaceholderText(FactEditor::tr("such as %1; empty: automatic").arg(factExample(fact, session->model().get())));
    line->setMinimumWidth(scaled(290));
    column->addWidget(line);
    auto* wrong = new QLabel;
    wrong->setObjectName(u"factWrong"_s);
    wrong->setWordWrap(true);
    wrong->setProperty("tone", u"error"_s);
    wrong->hide();
    column->addWidget(wrong);
    QObject::connect(line, &QLineEdit::returnPressed, popup, [session, fact, line, wrong, popup, global, window] {
        const QString text = line->text().trimmed();
        if (text.isEmpty()) {
            takeBackNow(session, fact);
        } else if (const auto done = correct(session, fact, text); !done) {
            wrong->setText(errorText(done.error()));
            wrong->show();
            placeOnScreen(*popup, global, *window);
            return;
        }
        popup->close();
    });
    placeOnScreen(*popup, global, *window);
    popup->show();
    placeOnScreen(*popup, global, *window); // the style may have made it larger
    line->setFocus();
}

}

void editFact(Session* session, Dialogs* dialogs, FactId fact, QPoint global, QWidget* window)
{
    if (fact == FactId::None || !session->model())
        return;
    if (factChoices(fact).isEmpty())
        openLine(session, fact, global, window);
    else
        openMenu(session, dialogs, fact, global, window);
}

}
