// tests/window/support/window_fixture.cpp: what every test of the window begins and ends with.
#include "tests/window/support/window_fixture.h"
#include "ui/state/intervention_edits.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/fact_list.h"
#include <QLabel>
#include <QScrollArea>
#include <QSignalSpy>

namespace patchlight
{

void WindowFixture::init()
{
    QSettings().clear();
    applyTheme(*qApp, ThemeKind::Dark);
    m_control = std::make_shared<FakeControl>();
    m_settings = std::make_unique<Settings>();
    start(fakeEngine(m_control));
    prepare();
}

void WindowFixture::cleanup()
{
    m_control->open();
    m_window.reset();
    m_session.reset();
}

void WindowFixture::start(EngineFactory engine)
{
    m_window.reset();
    m_session = std::make_unique<Session>(std::move(engine), m_settings.get());
    m_window = std::make_unique<MainWindow>(m_session.get(), m_settings.get(), &m_dialogs);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void WindowFixture::openPicture(const QString& file)
{
    QSignalSpy mapped(m_session.get(), &Session::mapChanged);
    m_session->openPicture(file);
    QTRY_VERIFY_WITH_TIMEOUT(mapped.count() > 0 && m_session->shown(), 20000); // a real engine takes longer
}

void WindowFixture::pressFact(FactId wanted)
{
    const auto facts = modelFacts(*m_session->model());
    int row = 0;
    while (facts.at(row).id != wanted)
        ++row;
    Q_EMIT child<FactList>("modelFacts")->editRequested(row);
}

void WindowFixture::verifyNoMethodWidensItsPanel()
{
    const auto* panel = child<QScrollArea>("leftPanel");
    for (const auto group : {MethodGroup::Main, MethodGroup::More, MethodGroup::Baseline, MethodGroup::Features})
        for (const Method method : methodsOf(group)) {
            m_session->selection().setMethod(method);
            settle();
            const QByteArray name = methodLabel(method).toUtf8();
            QVERIFY2(panel->widget()->width() <= panel->viewport()->width(), name.constData());
            QVERIFY2(child<QLabel>("methodHeading")->isVisible(), name.constData());
        }
}

void WindowFixture::hide(const std::vector<Cell>& cells)
{
    m_session->editInterventions([&](Interventions& changes) { hideCells(changes, cells, true); });
    QTRY_COMPARE(m_session->analysis()->interventions, m_session->interventions());
}

}
