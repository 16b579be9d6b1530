// tests/window/settings_faults_test.cpp: each call that keeping the window's settings makes fails once, in a process of
// its own (this program with --keep): then every file is the old one or the new one, whole, and nothing else is left.
#include "core/library/added_folders.h"
#include "tests/window/support/window_test.h"
#include "ui/state/settings.h"
#include "ui/state/whole_settings.h"
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <cstring>

namespace patchlight
{
using namespace Qt::StringLiterals;

namespace
{

constexpr int kFiles = 40; ///< enough for more than one write
constexpr long kMostWalked = 6; ///< of the calls of a kind; of more, some spread over them

/// Settings and the list of folders, as the window keeps them; `which` is in every value.
int keep(int argc, char** argv, const QString& which)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("patchlight-test"));
    QCoreApplication::setApplicationName(QStringLiteral("faults"));
    keepSettingsWhole();
    {
        Settings settings;
        settings.setTheme(which == QLatin1String("new") ? ThemeChoice::Dark : ThemeChoice::Light);
        for (int i = 0; i < kFiles; ++i)
            settings.setView(QString::number(i), QString(500, which.front()));
    }
    std::vector<std::filesystem::path> folders;
    for (int i = 0; i < kFiles; ++i)
        folders.emplace_back("/" + which.toStdString() + std::to_string(i));
    static_cast<void>(keepAddedFolders(folders));
    return 0;
}

}

class SettingsFaultsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void valuesAreWhatTheyWereAndEarlierFilesAreRead()
    {
        const QMap<QString, QVariant> values{{u"theme"_s, u"dark"_s}, {u"view/geometry"_s, QByteArray("\0\1\xff", 3)},
            {u"view/inside"_s, true}, {u"view/height"_s, 7}, {u"recent/models"_s, QStringList{u"/é"_s, u"/b"_s}}};
        const auto same = [&](const QString& file, QSettings::Format format) {
            const QSettings settings(m_home.filePath(file), format);
            for (auto each = values.begin(); each != values.end(); ++each)
                if (const auto now = settings.value(each.key()); now.toByteArray() != each.value().toByteArray()
                    || (each.value().typeId() == QMetaType::QStringList && now != each.value()))
                    return qWarning("%s", qPrintable(each.key())), false;
            return true;
        };
        {
            QSettings earlier(m_home.filePath(u"a.conf"_s), QSettings::IniFormat);
            for (auto each = values.begin(); each != values.end(); ++each)
                earlier.setValue(each.key(), each.value());
        }
        QVERIFY(QFile::copy(m_home.filePath(u"a.conf"_s), m_home.filePath(u"b.conf"_s)));
        QVERIFY(same(u"b.conf"_s, wholeFormat()));
        QSettings(m_home.filePath(u"b.conf"_s), wholeFormat()).setValue(u"more"_s, 1);
        QFile file(m_home.filePath(u"b.conf"_s));
        QVERIFY(file.open(QFile::ReadOnly) && file.readAll().startsWith('{'));
        QVERIFY(QFile::copy(m_home.filePath(u"b.conf"_s), m_home.filePath(u"c.conf"_s)));
        QVERIFY(same(u"c.conf"_s, wholeFormat()));
    }
    void everyFileIsTheOldOneOrTheNewOne_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char* kind : {"write", "fsync", "rename", "create", "open", "mmap", "mkdir"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }
    void everyFileIsTheOldOneOrTheNewOne()
    {
#ifdef __SANITIZE_ADDRESS__
        QSKIP("the sanitizer's runtime must be loaded first");
#endif
        QFETCH(QString, kind);
        keepIn("old", kind, 0);
        const auto old = files();
        QCOMPARE(old.size(), 2);
        keepIn("new", kind, 0);
        const auto anew = files();
        QCOMPARE(anew.size(), 2);
        const long calls = count();
        for (long n = 1; n <= calls; n += 1 + calls / kMostWalked) {
            for (const auto& name : old.keys())
                putBack(name, old[name]);
            keepIn("new", kind, n);
            const auto now = files();
            QCOMPARE(now.keys(), old.keys());
            for (const auto& name : now.keys())
                QVERIFY2(now[name] == old[name] || now[name] == anew[name],
                    qPrintable(u"%1 %2"_s.arg(name).arg(n)));
        }
    }

private:
    void keepIn(const char* which, const QString& kind, long n)
    {
        QProcess child;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_CONFIG_HOME"_s, m_home.filePath(u"config"_s));
        environment.insert(u"LD_PRELOAD"_s, QStringLiteral(PATCHLIGHT_FAULTS));
        environment.insert(u"PATCHLIGHT_FAULT"_s, kind + u':' + QString::number(n));
        environment.insert(u"PATCHLIGHT_FAULT_COUNT"_s, m_home.filePath(u"count"_s));
        child.setProcessEnvironment(environment);
        child.start(QCoreApplication::applicationFilePath(), {u"--keep"_s, QString::fromLatin1(which)});
        QVERIFY(child.waitForFinished());
        QCOMPARE(child.exitStatus(), QProcess::NormalExit);
        QCOMPARE(child.exitCode(), 0);
    }
    long count() const
    {
        QFile file(m_home.filePath(u"count"_s));
        return file.open(QFile::ReadOnly) ? file.readAll().trimmed().toLong() : -1;
    }
    void putBack(const QString& name, const QByteArray& bytes) const
    {
        QFile file(m_home.filePath(u"config/"_s + name));
        QVERIFY(file.open(QFile::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    /// Name → content of everything below the folder, except the lock that QSettings leaves.
    QMap<QString, QByteArray> files() const
    {
        QMap<QString, QByteArray> all;
        for (const auto& folder : {u"patchlight-test/"_s, u"patchlight/"_s})
            for (const auto& entry : QDir(m_home.filePath(u"config/"_s + folder)).entryInfoList(QDir::Files | QDir::Hidden)) {
                QFile file(entry.filePath());
                if (file.open(QFile::ReadOnly) && entry.suffix() != QLatin1String("lock"))
                    all[folder + entry.fileName()] = file.readAll();
            }
        return all;
    }
    QTemporaryDir m_home;
};

}

int main(int argc, char** argv)
{
    if (argc == 3 && std::strcmp(argv[1], "--keep") == 0)
        return patchlight::keep(argc, argv, QString::fromLatin1(argv[2]));
    return patchlight::runWindowTest<patchlight::SettingsFaultsTest>(argc, argv);
}

#include "settings_faults_test.moc"
