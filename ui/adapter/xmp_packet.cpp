// ui/adapter/xmp_packet.cpp
#include "ui/adapter/xmp_packet.h"
#include <QDateTime>

namespace patchlight
{

QByteArray xmpPacket(const QString& title, const QByteArray& provenance)
{
    // The mark of byte order tells readers that look for the packet alone how it is coded.
    static const QString kPacket = QStringLiteral(R"(<?xpacket begin="%1" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:patchlight="urn:patchlight:provenance:1">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">%2</rdf:li></rdf:Alt></dc:title>
<xmp:CreatorTool>Patchlight %3</xmp:CreatorTool>
<xmp:CreateDate>%4</xmp:CreateDate>
<patchlight:Provenance>%5</patchlight:Provenance>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
)");
    const QDateTime now = QDateTime::currentDateTime();
    // In one call: what a title holds is never taken for a place.
    return kPacket
        .arg(QString(QChar(0xfeff)), title.toHtmlEscaped(), QStringLiteral(PATCHLIGHT_VERSION),
            now.toOffsetFromUtc(now.offsetFromUtc()).toString(Qt::ISODate),
            QString::fromUtf8(provenance).toHtmlEscaped())
        .toUtf8();
}

}
