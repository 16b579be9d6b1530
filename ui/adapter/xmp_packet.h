// ui/adapter/xmp_packet.h: where a PDF comes from, as programs that keep documents read it.
#pragma once
#include <QByteArray>
#include <QString>

namespace patchlight
{

/// An XMP packet (ISO 16684-1) with title, program, time and, as patchlight:Provenance, the JSON of provenance.json.
QByteArray xmpPacket(const QString& title, const QByteArray& provenance);

}
