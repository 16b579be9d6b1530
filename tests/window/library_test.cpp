// tests/window/library_test.cpp: the page of models over a hub of ours: rows, fetches, what is opened.
#include "tests/support/hub.h"
#include "tests/window/support/chinese.h"
#include "tests/window/support/window_fixture.h"
#include "ui/adapter/texts.h"
#include "ui/adapter/library_client.h"
#include "ui/state/model_library.h"
#include "ui/adapter/library_texts.h"
#include "ui/view/inside/inside_view.h"
#include "ui/view/library/library_list.h"
#include "ui/view/library/library_model.h"
#include "ui/view/library/library_page.h"
#include "ui/view/widgets/message_bar.h"
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <algorithm>

namespace patchlight
{

using namespace Qt::StringLiterals;

class LibraryTest : public WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void theModelBoxOpensThePageAndEscLeavesIt()
    {
        QTest::mouseClick(child<QWidget>("modelBox"), Qt::LeftButton);
        QTRY_VERIFY(page()->isVisible());
        QTRY_VERIFY(list()->model()->rowCount() > 0);
        QTest::keyClick(list(), Qt::Key_Escape);
        QVERIFY(!page()->isVisible());
        QVERIFY(m_hub->requests().empty()); // nobody asked for one
    }
    void escLeavesItFromTheBarAboveToo()
    {
        show(LibrarySection::Here);
        child<QWidget>("modelBox")->setFocus();
        QTest::keyClick(child<QWidget>("modelBox"), Qt::Key_Escape);
        QVERIFY(!page()->isVisible());
    }
    void aFolderWithoutModelsIsSaidToBeOne()
    {
        QVERIFY(QDir(m_caches->path()).mkpath(u"empty"_s) && QDir(m_caches->path()).mkpath(u"own"_s));
        show(LibrarySection::Published);
        search()->setText(u"deit"_s);
        m_dialogs.folder = m_caches->filePath(u"empty"_s);
        QTest::mouseClick(child<QPushButton>("libraryFolderButton"), Qt::LeftButton);
        QCOMPARE(search()->text(), QString());
        QCOMPARE(child<QListWidget>("librarySections")->currentRow(), 0);
        QTRY_VERIFY(child<MessageBar>("messageBar")->isVisible());
        QVERIFY(child<MessageBar>("messageBar")->text().contains(u"No models in "_s + m_dialogs.folder));
        QVERIFY(QFile::copy(QStringLiteral(PATCHLIGHT_FIXTURES "/goldens/timm-vit/model.safetensors"), m_caches->filePath(u"own/model.safetensors"_s)));
        m_dialogs.folder = m_caches->filePath(u"own"_s);
        QTest::mouseClick(child<QPushButton>("libraryFolderButton"), Qt::LeftButton);
        QVERIFY(!child<MessageBar>("messageBar")->isVisible()); // a new action takes the old error away
        QTRY_COMPARE(rowsCalled(u"own"_s).size(), 1);
        QVERIFY(!child<MessageBar>("messageBar")->isVisible());
    }
    void aMessageCoversNothingOfThePage()
    {
        openPicture();
        show(LibrarySection::Here);
        const auto* bar = child<MessageBar>("messageBar");
        const auto* back = child<QPushButton>("libraryBackButton");
        const auto* ways = m_window->insideView()->parentWidget();
        const QRect before = ways->geometry();
        m_window->showError(u"Something failed."_s);
        QTRY_COMPARE(page()->geometry().bottom() + 1, bar->geometry().top());
        QVERIFY(back->mapTo(m_window.get(), QPoint(0, back->height())).y() <= bar->mapTo(m_window.get(), QPoint()).y());
        QCOMPARE(ways->geometry(), before); // the picture under the page does not jump
        QCOMPARE(bar->geometry().bottom(), before.bottom());
        child<MessageBar>("messageBar")->dismiss();
        QTRY_COMPARE(page()->geometry(), before);
    }
    void aFetchThatStartsTakesAnOldErrorAway()
    {
        show(LibrarySection::Published, kName);
        m_window->showError(u"Something failed."_s);
        QTest::mouseClick(action(), Qt::LeftButton);
        QVERIFY(!child<MessageBar>("messageBar")->isVisible());
    }
    void aModelThatDoesNotOpenLeavesOneOnThePage()
    {
        openPicture();
        show(LibrarySection::Here);
        m_control->failWith({ErrorCode::Malformed, "x.pt: not a checkpoint"});
        m_dialogs.model = u"/models/x.pt"_s;
        QTest::mouseClick(child<QPushButton>("libraryFileButton"), Qt::LeftButton);
        QTRY_VERIFY(child<MessageBar>("messageBar")->isVisible());
        QCOMPARE(child<MessageBar>("messageBar")->kind(), MessageBar::Kind::Error);
        QVERIFY(page()->isVisible());
        m_dialogs.model = u"/models/good.safetensors"_s;
        QTest::mouseClick(child<QPushButton>("libraryFileButton"), Qt::LeftButton);
        QVERIFY(!child<MessageBar>("messageBar")->isVisible());
        QTRY_VERIFY(!page()->isVisible());
        QCOMPARE(QString::fromStdString(m_control->source().path.string()), m_dialogs.model);
    }
    void anErrorOfThePageGoesWithIt()
    {
        openPicture();
        show(LibrarySection::Here);
        m_control->failWith({ErrorCode::Malformed, "x.pt: not a checkpoint"});
        m_dialogs.model = u"/models/x.pt"_s;
        QTest::mouseClick(child<QPushButton>("libraryFileButton"), Qt::LeftButton);
        QTRY_VERIFY(child<MessageBar>("messageBar")->isVisible());
        QTest::keyClick(list(), Qt::Key_Escape);
        QVERIFY(!page()->isVisible() && !child<MessageBar>("messageBar")->isVisible());
    }
    void theOneThatIsBeingOpenedSaysSo()
    {
        openTwoFolders();
        show(LibrarySection::Here);
        const auto trail = [this](const QString& title) { return rowsCalled(title).front().data(LibraryModel::TrailRole).toString(); };
        QTRY_COMPARE(trail(u"second"_s), u"in use"_s);
        m_control->close();
        list()->setCurrentIndex(rowsCalled(u"first"_s).front());
        QTest::keyClick(list(), Qt::Key_Return);
        QCOMPARE(trail(u"first"_s), u"opening…"_s);
        QCOMPARE(trail(u"second"_s), u"in use"_s);
        m_control->failWith({ErrorCode::Malformed, "first: not a checkpoint"});
        m_control->open();
        QTRY_COMPARE(trail(u"first"_s), u""_s + bytesLabel(QFileInfo(m_caches->filePath(u"first/model.safetensors"_s)).size()));
    }
    void aModelThatOpensByItselfLeavesThePageAlone()
    {
        openPicture();
        show(LibrarySection::Here);
        m_session->openModel(u"/models/good.safetensors"_s); // as the first one does at the start
        QTRY_COMPARE(m_session->busy(), Session::Busy::Nothing);
        QVERIFY(page()->isVisible());
    }
    void theFootNamesTheKeysThatDoSomethingHere()
    {
        openPicture();
        const auto* keys = child<QWidget>("keyHints");
        const QString before = keys->accessibleDescription();
        QVERIFY2(before.contains(u"hide patches"_s), qPrintable(before));
        show(LibrarySection::Here);
        QCOMPARE(keys->accessibleDescription(), u"↑ ↓: choose, Enter: open or fetch, Esc: back, F1: guide"_s);
        QTest::keyClick(list(), Qt::Key_Escape);
        QCOMPARE(keys->accessibleDescription(), before);
    }
    void publishedOnesAreThereAtOnce()
    {
        show(LibrarySection::Published);
        QVERIFY(list()->model()->rowCount() >= 15);
        QVERIFY(m_hub->requests().empty());
    }
    void typingFiltersAndAsksNobody()
    {
        show(LibrarySection::Published);
        QTest::keyClicks(list(), u"deit tiny"_s);
        QCOMPARE(search()->text(), u"deit tiny"_s);
        QCOMPARE(list()->model()->rowCount(), 1);
        QVERIFY(m_hub->requests().empty());
    }
    void enterOpensWhatIsHere()
    {
        show(LibrarySection::Here);
        QCOMPARE(list()->currentName(), u"default"_s);
        QSignalSpy opened(&library(), &ModelLibrary::openRequested);
        QTest::keyClick(list(), Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QTRY_VERIFY(!page()->isVisible());
    }
    void modelsOfFoldersBearTheFoldersNamesAndTheOpenOneIsMarked()
    {
        openTwoFolders();
        trigger(Command::Models);
        QTRY_COMPARE(list()->currentIndex().data().toString(), u"second"_s);
        QCOMPARE(list()->currentIndex().data(LibraryModel::TrailRole).toString(), u"in use"_s);
        QVERIFY(!action()->isVisible());
        const auto first = list()->model()->match(list()->model()->index(0, 0), Qt::DisplayRole, u"first"_s);
        QVERIFY(!first.isEmpty());
        list()->setCurrentIndex(first.front());
        QCOMPARE(action()->text(), u"Open"_s);
        QVERIFY(action()->isVisible());
    }
    void aModelOpenedByItsFileAndByItsFolderIsOneEntryAndInUse()
    {
        QVERIFY(QDir(m_caches->path()).mkpath(u"own"_s));
        const QString folder = m_caches->filePath(u"own"_s), file = folder + u"/model.safetensors"_s;
        QVERIFY(QFile::copy(QStringLiteral(PATCHLIGHT_FIXTURES "/goldens/timm-vit/model.safetensors"), file));
        for (const QString& path : {file, folder, file}) {
            m_session->openModel(path);
            QTRY_VERIFY(m_session->model() && fromPath(m_session->model()->path) == path);
            QTRY_COMPARE(m_session->busy(), Session::Busy::Nothing);
            show(LibrarySection::Here);
            QTRY_COMPARE(rowsCalled(u"own"_s).size(), 1);
            QTRY_COMPARE(rowsCalled(u"own"_s).front().data(LibraryModel::TrailRole).toString(), u"in use"_s);
        }
    }
    void aFetchGoesOnWithoutThePageAndOpensWhatCame()
    {
        slowly(kName);
        show(LibrarySection::Published, kName);
        QTest::keyClick(list(), Qt::Key_Return);
        QTRY_VERIFY(library().row(kName)->transfer && library().row(kName)->transfer->done > 0);
        QTest::keyClick(list(), Qt::Key_Escape);
        QTRY_VERIFY(child<QPushButton>("fetchesButton")->isVisible());
        QVERIFY2(child<QPushButton>("fetchesButton")->text().contains(u"DeiT-tiny"_s),
            qPrintable(child<QPushButton>("fetchesButton")->text()));
        QTRY_COMPARE_WITH_TIMEOUT(QString::fromStdString(m_control->source().path.string()), kName, 20000);
        QTRY_VERIFY(!child<QPushButton>("fetchesButton")->isVisible());
        QTRY_COMPARE(library().row(kName)->model.state, ListedModel::State::Here);
    }
    void severalAreFetchedAtOnce()
    {
        slowly(kName);
        slowly(kOther);
        show(LibrarySection::Published);
        library().fetch(kName);
        library().fetch(kOther);
        QTRY_COMPARE(library().running().count, 2);
        QTRY_VERIFY(child<QPushButton>("fetchesButton")->text().contains(u"2 models"_s));
        QTRY_COMPARE_WITH_TIMEOUT(library().running().count, 0, 20000);
        QTRY_COMPARE(library().row(kOther)->model.state, ListedModel::State::Here);
        QTRY_COMPARE(library().row(kName)->model.state, ListedModel::State::Here);
    }
    void aCancelledOneIsUnfinishedAndGoesOnAfterARestart()
    {
        slowly(kName);
        show(LibrarySection::Published, kName);
        QTest::mouseClick(action(), Qt::LeftButton);
        QTRY_VERIFY(library().row(kName)->transfer && library().row(kName)->transfer->done > 30000);
        QCOMPARE(action()->text(), u"Cancel"_s);
        QTest::mouseClick(action(), Qt::LeftButton);
        QTRY_VERIFY(!library().row(kName)->transfer);
        QTRY_COMPARE(library().row(kName)->model.state, ListedModel::State::Unfinished);
        start(fakeEngine(m_control)); // a new window
        show(LibrarySection::Here, kName);
        QCOMPARE(library().row(kName)->model.state, ListedModel::State::Unfinished);
        QCOMPARE(action()->text(), u"Go on and open"_s);
        const auto before = m_hub->requests().size();
        QTest::mouseClick(action(), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(library().row(kName)->model.state, ListedModel::State::Here, 20000);
        bool ranged = false;
        for (auto i = before; i < m_hub->requests().size(); ++i)
            ranged = ranged || !m_hub->requests()[i]["range"].get<std::string>().empty();
        QVERIFY(ranged);
    }
    void aGatedOneSaysWhereItsTermsAre()
    {
        m_hub->behave(kName.toStdString(), {{"token", "hf_right"}});
        show(LibrarySection::Published, kName);
        QTest::mouseClick(action(), Qt::LeftButton);
        QTRY_VERIFY(library().row(kName)->gated);
        QVERIFY(child<QLabel>("libraryTrouble")->text().remove(QChar(0x200B)).contains(u"accept its terms"_s));
        QVERIFY(child<MessageBar>("messageBar")->isVisible());
        QVERIFY(page()->isVisible());
    }
    void whatTheHubSaysIsChineseInAChineseWindow()
    {
        inChinese([this] {
            m_hub->behave(kName.toStdString(), {{"token", "hf_right"}});
            m_hub->behave(kOther.toStdString(), {{"status", {{"where", "api"}, {"code", 404}}}});
            start(fakeEngine(m_control));
            show(LibrarySection::Published, kName);
            troubleOf(kName, u"需要许可"_s);
            troubleOf(kOther, u"上没有"_s);
            qputenv("HF_ENDPOINT", "http://no-such-host.invalid");
            start(fakeEngine(m_control));
            show(LibrarySection::Published, kName);
            troubleOf(kName, u"无法连接 no-such-host.invalid：无法解析其主机名"_s);
            search()->setText(u"other"_s);
            library().search(u"other"_s);
            QTRY_VERIFY(!library().searching());
            QVERIFY(child<MessageBar>("messageBar")->text().contains(u"无法连接"_s));
        });
    }
    /// By its file's name: the folder holds other models. The words are those with which it would not open.
    void aLooseBrokenFileIsListedByItsOwnNameAndInTheReadersWords()
    {
        QVERIFY(QDir(m_caches->path()).mkpath(u"mine/sound"_s));
        const QString whole = QStringLiteral(PATCHLIGHT_FIXTURES "/goldens/timm-vit/model.safetensors");
        QVERIFY(QFile::copy(whole, m_caches->filePath(u"mine/sound/model.safetensors"_s)));
        QFile source(whole), broken(m_caches->filePath(u"mine/broken.safetensors"_s));
        QVERIFY(source.open(QIODevice::ReadOnly) && broken.open(QIODevice::WriteOnly));
        broken.write(source.read(2000));
        broken.close();
        LibraryPlaces places;
        places.folders = {toPath(m_caches->filePath(u"mine"_s))};
        QStringList titles;
        Error problem;
        for (const ListedModel& model : listModels(places, {}).models)
            if (model.place == ListedModel::Place::Folder) {
                titles << listedTitle(model);
                problem = model.state == ListedModel::State::Broken ? model.problem : problem;
            }
        titles.sort();
        QCOMPARE(titles, (QStringList{u"broken.safetensors"_s, u"sound"_s}));
        inChinese([&] {
            m_dialogs.folder = m_caches->filePath(u"mine"_s);
            start(fakeEngine(m_control));
            show(LibrarySection::Here);
            QTest::mouseClick(child<QPushButton>("libraryFolderButton"), Qt::LeftButton);
            QTRY_COMPARE(rowsCalled(u"broken.safetensors"_s).size(), 1);
            list()->setCurrentIndex(rowsCalled(u"broken.safetensors"_s).front());
            const QString said = child<QLabel>("libraryTrouble")->text().remove(QChar(0x200B));
            QVERIFY2(said.contains(u"broken.safetensors"_s) && !said.contains(u"cut off"_s), qPrintable(said));
            QCOMPARE(said, errorText(problem));
        });
    }
    void offlineIsAState()
    {
        qputenv("HF_HUB_OFFLINE", "1");
        start(fakeEngine(m_control));
        show(LibrarySection::Published, kName);
        QVERIFY(child<QLabel>("libraryHint")->text().contains(u"Offline"_s));
        QVERIFY(!action()->isEnabled());
        QVERIFY(m_hub->requests().empty());
        qunsetenv("HF_HUB_OFFLINE");
    }
    void aNameIsAskedOnceOnEnter()
    {
        show(LibrarySection::Found);
        QTest::keyClicks(search(), u"other"_s);
        QVERIFY(m_hub->requests().empty());
        QTest::keyClick(search(), Qt::Key_Return);
        QTRY_COMPARE(list()->model()->rowCount(), 1);
        QCOMPARE(list()->currentName(), u"some/other"_s);
        QCOMPARE(int(m_hub->requests().size()), 1);
    }
    void whatWasFoundIsChosenThoughAnotherIsFetched()
    {
        slowly(u"some/other"_s);
        m_hub->putFolder("some/second", PATCHLIGHT_FIXTURES "/goldens/timm-vit");
        show(LibrarySection::Found);
        QTest::keyClicks(search(), u"some/other"_s);
        QTest::keyClick(search(), Qt::Key_Return);
        QTRY_COMPARE(list()->currentName(), u"some/other"_s);
        QTest::mouseClick(action(), Qt::LeftButton);
        QTRY_COMPARE(library().running().count, 1);
        search()->setText(u"some/second"_s);
        QTest::keyClick(search(), Qt::Key_Return);
        QTRY_VERIFY(!library().searching() && library().row(u"some/second"_s));
        settle();
        QCOMPARE(list()->currentName(), u"some/second"_s);
        QCOMPARE(action()->text(), u"Fetch and open"_s);
        QCOMPARE(library().running().count, 1);
    }
    void wordsOfACardAreCalledThat()
    {
        show(LibrarySection::Here);
        ListedModel model;
        model.about = "Somebody's words.";
        QCOMPARE(listedAbout(model), u"From its card: Somebody's words."_s);
        model.place = ListedModel::Place::Shipped;
        model.name = "default";
        QVERIFY(listedAbout(model).contains(u"200 everyday things"_s));
    }
    void familyAndSizeAreWrittenAsInTheFacts()
    {
        ListedModel listed;
        listed.family = "vit";
        ModelInfo opened;
        opened.config.kin = listed.kin = "CLIP";
        opened.parameters = listed.parameters = 82000;
        const auto facts = modelFacts(opened);
        const auto value = [&facts](const QString& label) {
            return std::ranges::find(facts, label, &ModelFact::label)->value;
        };
        QCOMPARE(value(u"family"_s), u"CLIP ViT"_s);
        QCOMPARE(value(u"parameters"_s), u"0.08 M"_s);
        QCOMPARE(listedSubtitle(listed), u"CLIP ViT · 0.08 M parameters"_s);
        QVERIFY(listedFacts(listed).contains(qMakePair(u"parameters"_s, u"0.08 M"_s)));
    }
    /// A folder is listed by its own name; open, its model is titled by its architecture.
    void whatAModelIsTitledByWhenOpenIsAmongItsFacts()
    {
        LibraryPlaces places;
        places.folders = {PATCHLIGHT_FIXTURES "/goldens/timm-vit"};
        const auto models = listModels(places, {}).models;
        const auto one = std::ranges::find_if(models, [](const ListedModel& each) { return each.place == ListedModel::Place::Folder; });
        QVERIFY(one != models.end());
        QVERIFY(listedFacts(*one).contains(qMakePair(u"architecture"_s, u"vit_tiny_patch16_224"_s)));
    }
    void theEmptyStateHasThreeWays()
    {
        QVERIFY(child<QWidget>("sampleButton0")->isVisible());
        QTest::mouseClick(child<QPushButton>("emptyLocalModelButton"), Qt::LeftButton);
        QTRY_COMPARE(child<QListWidget>("librarySections")->currentRow(), 0);
        QTest::keyClick(list(), Qt::Key_Escape);
        QTest::mouseClick(child<QPushButton>("emptyPublishedModelButton"), Qt::LeftButton);
        QTRY_COMPARE(list()->currentName(), kName);
        QVERIFY(m_hub->requests().empty());
    }
    void aSlowLookAtTheDiskNeverReplacesANewerOne()
    {
        QStringList many;
        for (int i = 0; i < 300; ++i) {
            many << m_caches->filePath(u"net%1.safetensors"_s.arg(i));
            QVERIFY(QFile::copy(QStringLiteral(PATCHLIGHT_FIXTURES "/goldens/timm-vit/model.safetensors"), many.back()));
        }
        LibraryClient client;
        QSignalSpy listed(&client, &LibraryClient::listed);
        client.list(many);
        client.list({});
        QTRY_VERIFY_WITH_TIMEOUT(!client.busy(), 60000);
        QVERIFY(!listed.isEmpty());
        const auto last = listed.last().first().value<ModelList>();
        QVERIFY(std::none_of(last.models.begin(), last.models.end(),
            [&](const ListedModel& model) { return model.name == many.back().toStdString(); }));
    }
    void publishedOnesKeepTheirOrderWhileTheyAreFetched()
    {
        slowly(kOther);
        show(LibrarySection::Published);
        const auto before = names();
        library().fetch(kOther);
        QTRY_COMPARE_WITH_TIMEOUT(library().running().count, 0, 20000);
        QTRY_COMPARE(library().row(kOther)->model.state, ListedModel::State::Here);
        QCOMPARE(names(), before);
    }
    void nothingIsCutAtTheSmallestSize()
    {
        m_window->resize(960, 600);
        show(LibrarySection::Published, kName);
        QCOMPARE(page()->width(), m_window->width());
        QVERIFY(list()->width() > 400);
        QVERIFY(action()->isVisible());
    }

private:
    void prepare() override
    {
        m_hub = std::make_unique<test::Hub>();
        m_caches = std::make_unique<QTemporaryDir>();
        for (const char* name : {"HF_HUB_CACHE", "HF_TOKEN", "HF_TOKEN_PATH", "HF_HUB_OFFLINE"})
            qunsetenv(name);
        qputenv("HF_HOME", m_caches->filePath(u"hf"_s).toUtf8());
        qputenv("TORCH_HOME", m_caches->filePath(u"torch"_s).toUtf8());
        qputenv("XDG_CONFIG_HOME", m_caches->filePath(u"config"_s).toUtf8());
        qputenv("HF_ENDPOINT", m_hub->endpoint().c_str());
        for (const auto& name : {kName, kOther, u"some/other"_s})
            m_hub->putFolder(name.toStdString(), PATCHLIGHT_FIXTURES "/goldens/timm-vit");
        start(fakeEngine(m_control));
    }
    template <class Checks> void inChinese(Checks checks)
    {
        Chinese chinese;
        QVERIFY2(chinese.wrong().isEmpty(), qPrintable(chinese.wrong()));
        QCoreApplication::installTranslator(&chinese);
        checks();
        QCoreApplication::removeTranslator(&chinese);
    }
    /// In the bar, the list's row and the panel of facts.
    void troubleOf(const QString& name, const QString& words)
    {
        library().fetch(name);
        QTRY_VERIFY(!library().row(name)->transfer);
        list()->choose(name);
        const QStringList said{child<MessageBar>("messageBar")->text(),
            list()->currentIndex().data(LibraryModel::TroubleRole).toString(),
            child<QLabel>("libraryTrouble")->text().remove(QChar(0x200B))};
        for (const QString& text : said)
            QVERIFY2(text.contains(words), qPrintable(text));
    }
    /// "first", then "second", each with a model.
    void openTwoFolders()
    {
        for (const auto& name : {u"first"_s, u"second"_s}) {
            QVERIFY(QDir(m_caches->path()).mkpath(name));
            const QString file = m_caches->filePath(name + u"/model.safetensors"_s);
            QVERIFY(QFile::copy(QStringLiteral(PATCHLIGHT_FIXTURES "/goldens/timm-vit/model.safetensors"), file));
            m_session->openModel(file);
            QTRY_VERIFY(m_session->model() && m_session->busy() == Session::Busy::Nothing);
        }
    }
    void slowly(const QString& name) { m_hub->behave(name.toStdString(), {{"piece", 8000}, {"pause", 0.05}}); }
    void show(LibrarySection section, const QString& name = {})
    {
        page()->popup(section, name);
        QTRY_VERIFY(library().ready());
        settle();
    }
    QStringList names() const
    {
        QStringList all;
        for (int row = 0; row < list()->model()->rowCount(); ++row)
            all << list()->model()->index(row, 0).data(LibraryModel::NameRole).toString();
        return all;
    }
    QModelIndexList rowsCalled(const QString& title) const
    {
        return list()->model()->match(list()->model()->index(0, 0), Qt::DisplayRole, title, -1, Qt::MatchExactly);
    }
    ModelLibrary& library() const { return m_window->library(); }
    LibraryPage* page() const { return child<LibraryPage>("libraryPage"); }
    LibraryList* list() const { return child<LibraryList>("libraryList"); }
    QLineEdit* search() const { return child<QLineEdit>("librarySearch"); }
    QPushButton* action() const { return child<QPushButton>("libraryAction"); }

    const QString kName = u"timm/deit_tiny_patch16_224.fb_in1k"_s, kOther = u"timm/vit_small_patch16_224.dino"_s;
    std::unique_ptr<test::Hub> m_hub;
    std::unique_ptr<QTemporaryDir> m_caches;
};

}

PATCHLIGHT_WINDOW_TEST(patchlight::LibraryTest)
#include "library_test.moc"
