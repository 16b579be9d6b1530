// tests/window/support/chinese.h: the Chinese texts as they stand in their .ts file, and as the program has them.
#pragma once
#include <QFile>
#include <QHash>
#include <QTranslator>
#include <QXmlStreamReader>

namespace patchlight
{

/// Reads resources/translations/patchlight_zh_CN.ts; installed, it answers as the compiled file would.
class Chinese : public QTranslator
{
public:
    using Texts = QHash<QString, QString>; ///< by their source, behind it what tells two of one source apart

    Chinese()
    {
        QFile file(QStringLiteral(PATCHLIGHT_FIXTURES "/../../resources/translations/patchlight_zh_CN.ts"));
        m_opened = file.open(QIODevice::ReadOnly);
        m_xml.setDevice(&file);
        while (m_opened && !m_xml.atEnd())
            readOne();
        m_wrong = m_opened ? m_xml.errorString() : file.errorString();
    }
    /// Why the file could not be read; empty where it could.
    const QString& wrong() const { return m_wrong; }
    const QHash<QString, Texts>& texts() const { return m_texts; } ///< by their context
    const QStringList& unfinished() const { return m_unfinished; }

    QString translate(const char* context, const char* source, const char* comment, int) const override
    {
        const Texts texts = m_texts.value(QString::fromUtf8(context));
        const QString exact = texts.value(key(QString::fromUtf8(source), QString::fromUtf8(comment)));
        return exact.isEmpty() ? texts.value(QString::fromUtf8(source)) : exact;
    }
    bool isEmpty() const override { return m_texts.isEmpty(); }

private:
    static QString key(const QString& source, const QString& comment)
    {
        return comment.isEmpty() ? source : source + QChar(QChar::Tabulation) + comment;
    }
    void readOne()
    {
        m_xml.readNext();
        if (!m_xml.isStartElement())
            return;
        if (m_xml.name() == u"name")
            m_context = m_xml.readElementText();
        else if (m_xml.name() == u"source")
            m_source = m_xml.readElementText();
        else if (m_xml.name() == u"comment")
            m_source = key(m_source, m_xml.readElementText());
        else if (m_xml.name() == u"translation") {
            if (m_xml.attributes().value(QLatin1String("type")) == u"unfinished")
                m_unfinished << m_source;
            m_texts[m_context].insert(m_source, m_xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed());
        }
    }

    QXmlStreamReader m_xml;
    QString m_context, m_source, m_wrong;
    QHash<QString, Texts> m_texts;
    QStringList m_unfinished;
    bool m_opened = false;
};

}
