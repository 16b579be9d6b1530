// ui/state/like_picture.cpp
#include "ui/state/like_picture.h"
#include "ui/adapter/engine_client.h"
#include "ui/state/selection.h"

namespace patchlight
{
namespace
{
constexpr RequestKind kLikePictureRequest{"like picture", Scope::Map};
}

LikePicture::LikePicture(EngineClient* engine, Selection* selection, QObject* parent)
    : QObject(parent), m_engine(engine), m_selection(selection)
{
}

bool LikePicture::waiting() const
{
    return m_engine->open(kLikePictureRequest);
}

void LikePicture::choose(const PictureSource& picture)
{
    m_picture = picture;
    m_target.reset();
    ask();
}

bool LikePicture::chooseAgain()
{
    if (m_target)
        m_selection->editMap([this](MapChoice& c) { c.embedding = *m_target; });
    else if (!m_picture.file.empty() || !m_picture.pixels.empty())
        ask();
    else
        return false;
    return true;
}

void LikePicture::follow(const Analysis& analysis, bool alike)
{
    if (std::exchange(m_model, analysis.model) != analysis.model) {
        m_target.reset();
        m_wanted = (m_wanted || alike) && embeddingComponents(analysis) > 0;
        // What the former net made of that picture means nothing to this one.
        m_selection->editMap([](MapChoice& c) {
            if (c.embedding.kind == EmbeddingTarget::Kind::Similarity)
                c.embedding = {};
        });
        Q_EMIT changed();
    }
    resume();
}

void LikePicture::resume()
{
    if (m_wanted && !waiting())
        ask();
}

void LikePicture::giveUp()
{
    m_wanted = false;
}

void LikePicture::ask()
{
    m_wanted = true;
    m_engine->ask(
        kLikePictureRequest,
        [picture = m_picture](Engine& engine, const RunContext& run) {
            return engine.analyse(picture, {.record = false}, run);
        },
        this, [this](const Result<AnalysisPtr>& other) { take(other); });
    Q_EMIT changed();
}

void LikePicture::take(const Result<AnalysisPtr>& other)
{
    if (!other && other.error().code == ErrorCode::Cancelled)
        return Q_EMIT changed(); // asked again after what came first, unless given up
    m_wanted = false;
    if (other && embeddingComponents(**other) > 0) {
        m_target = similarityTo(**other);
        m_selection->editMap([this](MapChoice& c) { c.embedding = *m_target; });
    } else if (!other) {
        m_picture = {};
        Q_EMIT failed(other.error());
    }
    Q_EMIT changed();
}

}
