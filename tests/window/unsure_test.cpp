// tests/window/unsure_test.cpp: a model that says when its best answer is a guess.
#include "tests/window/support/window_fixture.h"
#include "ui/view/library/library_page.h"
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QTemporaryDir>

namespace patchlight
{

using namespace Qt::StringLiterals;

class UnsureTest : public WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void saysSoAndLeadsToOtherModels()
    {
        openNet(1.0);
        QTRY_VERIFY(unsure()->isVisible());
        QVERIFY2(unsure()->text().contains(u"knows 11 things"_s), qPrintable(unsure()->text()));
        Q_EMIT unsure()->linkActivated(u"models"_s);
        QTRY_VERIFY(child<LibraryPage>("libraryPage")->isVisible());
    }
    void saysNothingWhereTheModelIsSure()
    {
        openNet(0.0);
        QVERIFY(!unsure()->isVisible());
    }
    void saysNothingOfAModelThatNeverTold()
    {
        openNet({});
        QVERIFY(!unsure()->isVisible());
    }

private:
    void openNet(std::optional<double> below)
    {
        start(coreEngine(1));
        const QString fixtures = QStringLiteral(PATCHLIGHT_FIXTURES) + u"/goldens/"_s;
        for (const QString& name : {u"model.safetensors"_s, u"config.json"_s})
            QFile::copy(fixtures + u"timm-vit/"_s + name, m_net.filePath(name));
        QFile file(m_net.filePath(u"config.json"_s));
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && file.open(QIODevice::ReadWrite));
        auto config = QJsonDocument::fromJson(file.readAll()).object();
        config.remove(u"unsure_below"_s);
        if (below)
            config.insert(u"unsure_below"_s, *below);
        file.resize(0);
        file.write(QJsonDocument(config).toJson());
        file.close();
        m_session->openModel(m_net.path());
        openPicture(fixtures + u"preprocess/rgb.jpg"_s);
        settle();
    }
    QLabel* unsure() const { return child<QLabel>("unsure"); }

    QTemporaryDir m_net;
};

}

PATCHLIGHT_WINDOW_TEST(patchlight::UnsureTest)
#include "unsure_test.moc"
