// tests/window/inside_cards_test.cpp: what a card shows is what the network computed.
#include "tests/window/support/window_test.h"
#include "ui/adapter/inside/attention_row.h"
#include "ui/adapter/inside/card_parts.h"
#include "ui/adapter/inside/cards.h"
#include "ui/adapter/inside/export_numbers.h"
#include "ui/adapter/inside/steps_of_engine.h"
#include "ui/adapter/inside/window_marks.h"
#include "ui/adapter/record_maps.h"
#include "ui/adapter/texts.h"
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <map>
#include <numeric>
#include <random>

namespace patchlight
{
namespace
{

using namespace inside;
using namespace Qt::StringLiterals;

/// A golden network and its picture, looked at in one block.
Subject subjectOf(Engine& engine, const AnalysisPtr& analysis, LayerIndex layer)
{
    const auto ran = wholeRun(engine, analysis, true, layer, {});
    Q_ASSERT(ran);
    return {analysis, ran->pass, ran->block.steps, ran->weights, layer, HeadIndex{0}, {}, {}, 0};
}

Followed patch(const Analysis& analysis, Cell cell)
{
    return {analysis.tokens.patch(cell).value, cell};
}

/// Numbers of an element, and where it says they come from; none for what only has words.
std::pair<std::vector<float>, inside::Origin> numbersOf(const Element& element)
{
    if (const auto* strip = std::get_if<Strip>(&element))
        return {strip->values, strip->origin};
    if (const auto* map = std::get_if<Map>(&element))
        return {map->values.values(), map->origin};
    if (const auto* matrix = std::get_if<Matrix>(&element))
        return {matrix->values, matrix->origin};
    if (const auto* number = std::get_if<Number>(&element))
        return {{static_cast<float>(number->value)}, number->origin};
    return {};
}

/// What the remarks of a column say.
QString textOf(const Column& column)
{
    QString text;
    for (const Element& element : column)
        if (const auto* remark = std::get_if<Remark>(&element))
            text += remark->text + u'\n';
    return text;
}

const NdArray* arrayNamed(const Subject& subject, const std::string& name)
{
    if (name == "head.weight")
        return &subject.weights->headWeight;
    if (name == "position_cosines")
        return &subject.weights->positionCosines;
    return arrayOf(subject, name);
}

}

class InsideCardsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyNumberEqualsItsArray_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("net");
        for (const char* kind : {"goldens", "families"}) {
            const QDir folder(QStringLiteral(PATCHLIGHT_FIXTURES) + u'/' + QString::fromLatin1(kind));
            for (const QString& net : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
                if (QFileInfo::exists(folder.filePath(net + u"/input.npy"_s)))
                    QTest::newRow(qPrintable(net)) << QString(QString::fromLatin1(kind) + u'/') << net;
        }
    }
    void everyNumberEqualsItsArray()
    {
        QFETCH(QString, kind);
        QFETCH(QString, net);
        open(net, kind);
        int checked = 0;
        for (int layer = 0; layer < m_analysis->model->config.blockCount(); ++layer) {
            auto subject = subjectOf(m_engine, m_analysis, LayerIndex{layer});
            const GridSize grid = m_analysis->tokens.grid;
            for (const auto& followed : {Followed{0, m_analysis->tokens.prefix() > 0 ? std::optional<Cell>() : Cell{0, 0}},
                     patch(*m_analysis, {grid.rows - 1, 0}), patch(*m_analysis, {1, grid.columns - 2})}) {
                subject.followed = followed;
                subject.head = HeadIndex{subject.hasAttention() ? subject.attention().heads - 1 : 0};
                subject.channel = 3;
                for (const auto& station : stations(subject))
                    checked += check(subject, makeCard(subject, station.id));
            }
        }
        QVERIFY2(checked > 100, qPrintable(QString::number(checked)));
    }
    void theSameRowAsTheMap_data() { everyNumberEqualsItsArray_data(); }
    void theSameRowAsTheMap()
    {
        QFETCH(QString, kind);
        QFETCH(QString, net);
        open(net, kind);
        std::mt19937 random(7);
        const auto upTo = [&random](int count) { return static_cast<int>(random() % static_cast<unsigned>(count)); };
        const GridSize grid = m_analysis->tokens.grid;
        std::map<int, Subject> subjects;
        for (int choice = 0; choice < 50; ++choice) {
            const LayerIndex layer{upTo(m_analysis->record.layerCount())};
            if (!subjects.contains(layer.value))
                subjects.insert({layer.value, subjectOf(m_engine, m_analysis, layer)});
            auto subject = subjects.at(layer.value);
            if (!subject.hasAttention())
                return;
            subject.head = HeadIndex{upTo(subject.attention().heads)};
            const Cell cell{upTo(grid.rows), upTo(grid.columns)};
            subject.followed = patch(*m_analysis, cell);
            ExplainRequest request;
            request.layer = layer;
            request.head = subject.head;
            request.query = Query::patch(cell);
            if (!subject.asks()) { // CaiT's last blocks
                QVERIFY(makeCard(subject, u"weights"_s).columns.isEmpty());
                continue;
            }
            const auto map = explainFromAnalysis(*m_analysis, request);
            QVERIFY(map);
            const auto card = makeCard(subject, u"weights"_s);
            const auto& shown = std::get<Map>(card.columns.front().front()).values;
            QCOMPARE(shown.size(), map->map.size());
            const auto tokens = rowTokens(subject);
            const bool padded = std::find(tokens.begin(), tokens.end(), -1) != tokens.end();
            float seen = 0; // what goes to padding the map shares among the others
            for (const float v : shown.values())
                seen += std::isnan(v) ? 0 : v;
            QVERIFY(padded || std::abs(seen - 1) < 1e-4F || m_analysis->tokens.prefix() > 0);
            const float tolerance = subject.cosines() ? 1e-4F : 1e-5F; // scores of 100 times a cosine
            for (std::size_t i = 0; i < shown.values().size(); ++i) {
                const float a = shown.values()[i], b = map->map.values()[i] * (padded ? seen : 1);
                QVERIFY(std::isnan(a) == std::isnan(b));
                QVERIFY2(std::isnan(a) || std::abs(a - b) < tolerance, qPrintable(u"%1 for %2"_s.arg(a).arg(b)));
            }
        }
    }
    /// A number by number product that does not give the score would tell of other weights, or of another vector.
    void whatTheHeadReadsTimesItsWeightsIsTheScore_data() { everyNumberEqualsItsArray_data(); }
    void whatTheHeadReadsTimesItsWeightsIsTheScore()
    {
        QFETCH(QString, kind);
        QFETCH(QString, net);
        open(net, kind);
        const auto subject = subjectOf(m_engine, m_analysis, LayerIndex{0});
        if (!subject.outside("logits"))
            return;
        std::vector<Strip> strips;
        const Card card = makeCard(subject, u"head"_s);
        for (const Element& element : card.columns.front())
            if (const auto* strip = std::get_if<Strip>(&element))
                strips.push_back(*strip);
        QCOMPARE(strips.size(), std::size_t{3}); // read, weights, product
        const auto target = static_cast<std::size_t>(subject.classShown().value);
        const char* whose = subject.outside("logits_class") ? "logits_class" : "logits";
        const auto& bias = subject.weights->headBias;
        double score = bias.empty() ? 0 : static_cast<double>(bias.values.at(target));
        for (std::size_t i = 0; i < strips[0].values.size(); ++i) {
            score += static_cast<double>(strips[0].values[i]) * static_cast<double>(strips[1].values.at(i));
            QCOMPARE(strips[2].values.at(i), strips[0].values[i] * strips[1].values[i]);
        }
        const double told = static_cast<double>(subject.outside(whose)->values.at(target));
        QVERIFY2(std::abs(score - told) < 1e-3 * std::max(1.0, std::abs(told)), qPrintable(u"%1 for %2"_s.arg(score).arg(told)));
        if (!subject.outside("logits_class")) // the formula adds a bias, so the number says its own
            QCOMPARE(std::get<Number>(card.columns.back().front()).caption.contains(u"bias"_s), !bias.empty());
    }
    /// e to the difference of two scores is how many times as likely, not how many times more.
    void aDifferenceOfScoresIsToldAsAQuotientOfShares()
    {
        open(u"timm-vit"_s);
        const auto subject = subjectOf(m_engine, m_analysis, LayerIndex{0});
        std::vector<float> logits = subject.outside("logits")->values;
        std::partial_sort(logits.begin(), logits.begin() + 2, logits.end(), std::greater{});
        const QString ratio = timesText(static_cast<double>(logits[0]) - static_cast<double>(logits[1]));
        const auto lastFact = [](const Subject& of) {
            const Card card = makeCard(of, u"prediction"_s);
            return std::get<Facts>(card.columns.back().front()).rows.back();
        };
        QCOMPARE(lastFact(subject).label, u"so"_s);
        QCOMPARE(lastFact(subject).value, ratio + u" times as likely"_s);
        auto behind = subject;
        const auto& all = subject.outside("logits")->values;
        behind.target = ClassIndex{static_cast<int>(std::find(all.begin(), all.end(), logits[1]) - all.begin())};
        QCOMPARE(lastFact(behind).value, ratio + u" times less likely"_s);
    }
    /// Inside shows one head of one token; the map may be a mean, another method, another direction.
    void theWeightsSayWhatTheMapReallyShows()
    {
        open(u"timm-vit"_s);
        auto subject = subjectOf(m_engine, m_analysis, LayerIndex{1});
        subject.followed = patch(*m_analysis, {1, 1});
        const auto said = [&](const ExplainRequest& map) {
            subject.map = map;
            return makeCard(subject, u"weights"_s).sentence;
        };
        const QString same = u"map shows this row as attention"_s;
        ExplainRequest map;
        map.query = Query::patch({1, 1});
        map.head = HeadIndex{0};
        QVERIFY2(said(map).contains(same), qPrintable(said(map)));
        map.head = HeadFusion::Mean;
        QVERIFY2(said(map).contains(u"head 0 alone; the map shows the mean of heads."_s) && !said(map).contains(same), qPrintable(said(map)));
        map.headWeights = {1, 0};
        QVERIFY2(said(map).contains(same), qPrintable(said(map)));
        map.headWeights = {0, 1};
        QVERIFY2(!said(map).contains(same), qPrintable(said(map)));
        map.headWeights.clear();
        map.head = HeadIndex{0};
        map.query.inverse = true;
        QVERIFY2(said(map).contains(u"who reads the token"_s) && !said(map).contains(same), qPrintable(said(map)));
        map.query = {Query::Kind::Patches, 0, {{1, 1}, {1, 2}}, false};
        QVERIFY2(said(map).contains(u"rows of 2 patches"_s) && !said(map).contains(same), qPrintable(said(map)));
        map.method = Method::GradientRollout;
        QVERIFY2(said(map).contains(u"head 0 of block 1 alone"_s) && said(map).contains(methodLabel(Method::GradientRollout)) && !said(map).contains(same), qPrintable(said(map)));
    }
    /// Hugging Face's CLIP for classification reads the mean of the patches as the last block leaves them.
    void aNormIsToldOfWhereThereIsOne_data() { everyNumberEqualsItsArray_data(); }
    void aNormIsToldOfWhereThereIsOne()
    {
        QFETCH(QString, kind);
        QFETCH(QString, net);
        open(net, kind);
        const auto subject = subjectOf(m_engine, m_analysis, LayerIndex{0});
        const auto& config = subject.config();
        if (!subject.hasAttention() || !subject.outside("logits"))
            return;
        const auto card = makeCard(subject, u"head"_s);
        const QString read = std::get<Strip>(card.columns.front().front()).caption;
        const bool before = config.finalNorm && !config.poolsBeforeNorm;
        QVERIFY2(read.contains(u"after the last norm"_s) == before, qPrintable(read));
        QVERIFY2(read.contains(u"then normed"_s) == config.fcNorm, qPrintable(read));
        QVERIFY2(card.title.startsWith(u"Norm"_s) == (before || config.fcNorm), qPrintable(card.title));
        if (net == u"hf-clip-classification"_s)
            QVERIFY2(!before && read.contains(u"without a norm"_s), qPrintable(read));
        const QString tokens = makeCard(subject, u"tokens"_s).sentence;
        if (m_analysis->tokens.classToken)
            QVERIFY2(tokens.contains(u"collect what the answer needs"_s) == m_analysis->tokens.classTokenRead, qPrintable(tokens));
    }
    void aChangedRunIsToldByThePredictionAndUnderEveryCard()
    {
        open(u"timm-vit"_s);
        Interventions changes;
        changes.hidden = {{0, 1}, {1, 1}};
        const auto changed = m_engine.intervene(m_analysis, changes, {});
        QVERIFY(changed);
        for (const auto& [analysis, hidden] : {std::pair{m_analysis, false}, {AnalysisPtr(*changed), true}}) {
            auto subject = subjectOf(m_engine, analysis, LayerIndex{0});
            subject.followed = patch(*analysis, {2, 1});
            QCOMPARE(makeCard(subject, u"prediction"_s).aside.contains(u"2 patches hidden"_s), hidden);
            for (const auto& station : stations(subject)) {
                const QString made = makeCard(subject, station.id).provenance;
                QVERIFY2(made.contains(QString::fromStdString(analysis->name)) && made.contains(modelTitle(*analysis->model)), qPrintable(made));
                QVERIFY2(made.contains(u"2 patches hidden"_s) == hidden, qPrintable(made));
                QVERIFY2(made.contains(u"row 2, column 1"_s) == (station.part != Part::After), qPrintable(made));
            }
        }
    }
    void whatIsAddedIsScaledInTheFormulaToo()
    {
        for (const auto& [net, scaled] : {std::pair{u"families/timm-cait"_s, true}, {u"families/timm-beit"_s, true}, {u"goldens/timm-vit"_s, false}}) {
            open(net.section(u'/', 1), net.section(u'/', 0, 0) + u'/');
            auto subject = subjectOf(m_engine, m_analysis, LayerIndex{0});
            subject.followed = patch(*m_analysis, {1, 1});
            for (const auto& [id, gamma] : {std::pair{u"joined"_s, u"gamma_{1}"_s}, {u"added"_s, u"gamma_{2}"_s}}) {
                const auto card = makeCard(subject, id);
                QVERIFY2(card.formula.contains(gamma) == scaled, qPrintable(card.formula));
                QString captions;
                for (const auto& column : card.columns)
                    for (const auto& element : column)
                        std::visit([&captions](const auto& e) { if constexpr (requires { e.caption; }) captions += e.caption; }, element);
                QVERIFY2(captions.contains(u"layer scale"_s) == scaled, qPrintable(captions));
            }
        }
    }
    void aClassTokenThatJoinsLaterIsNoRowOfTheFirstTokens()
    {
        open(u"timm-cait"_s, u"families/"_s);
        auto subject = subjectOf(m_engine, m_analysis, LayerIndex{0});
        subject.followed = patch(*m_analysis, {0, 1});
        const auto card = makeCard(subject, u"tokens"_s);
        const auto& all = std::get<Matrix>(card.columns.at(1).front());
        QCOMPARE(all.rows, m_analysis->tokens.grid.count());
        QCOMPARE(all.markedRow, 1);
        QCOMPARE(all.prefixRows, 0);
        QVERIFY(makeCard(subject, u"norm1"_s).sentence.contains(u"come 2 times among the patches"_s));
        QVERIFY(makeCard(subject, u"mlp"_s).sentence.contains(u"every token is thought over alone"_s));
        subject = subjectOf(m_engine, m_analysis, LayerIndex{m_analysis->model->config.blockCount() - 1});
        subject.followed = {0, {}};
        QVERIFY(makeCard(subject, u"norm1"_s).sentence.contains(u"only the class token asks"_s));
        QVERIFY(makeCard(subject, u"mlp"_s).sentence.contains(u"the class token is thought over alone"_s));
    }
    void queryTimesKeyIsTheScore_data() { everyNumberEqualsItsArray_data(); }
    void queryTimesKeyIsTheScore()
    {
        QFETCH(QString, kind);
        QFETCH(QString, net);
        open(net, kind);
        auto subject = subjectOf(m_engine, m_analysis, LayerIndex{0});
        if (!subject.hasAttention())
            return;
        subject.followed = patch(*m_analysis, {0, 1});
        const Column column = makeCard(subject, u"scores"_s).columns.front();
        const auto* product = std::get_if<Strip>(&column.back());
        QCOMPARE(product != nullptr, !subject.attention().talking);
        QCOMPARE(textOf(column).contains(u"click one for its product"_s), product != nullptr);
        if (!product || subject.attention().byOffset)
            return; // a bias comes to it
        const double sum = std::accumulate(product->values.begin(), product->values.end(), 0.0);
        if (subject.cosines()) { // what is shown is of lengths τ and 1: its product's sum is at most τ
            const double tau = static_cast<double>(m_analysis->model->temperatures[0][static_cast<std::size_t>(subject.head.value)]);
            QVERIFY(std::abs(sum) <= tau * 1.0001);
            QVERIFY2(product->caption.contains(u"length τ, %1,"_s.arg(shown(tau))), qPrintable(product->caption));
            QVERIFY2(product->caption.contains(shown(sum / tau)), qPrintable(product->caption));
        }
        if (subject.windowed())
            return;
        const auto scores = attentionRow(subject, "scores").values;
        const double best = static_cast<double>(*std::max_element(scores.begin(), scores.end()));
        QVERIFY(std::abs(sum / std::sqrt(subject.attention().headWidth) - best) < 1e-4 * std::max(1.0, std::abs(best)));
    }
    void whatMultipliesTheValuesMakesTheHeadsOutput_data() { everyNumberEqualsItsArray_data(); }
    void whatMultipliesTheValuesMakesTheHeadsOutput()
    {
        QFETCH(QString, kind);
        QFETCH(QString, net);
        open(net, kind);
        auto subject = subjectOf(m_engine, m_analysis, LayerIndex{0});
        if (!subject.hasAttention() || subject.windowed())
            return;
        subject.followed = patch(*m_analysis, {0, 1});
        const auto factors = valueFactors(subject).values;
        const auto output = headVector(subject, "heads", subject.row()).values;
        auto rest = output;
        for (std::size_t j = 0; j < factors.size(); ++j) {
            const auto value = headVector(subject, "v", static_cast<int>(j)).values;
            for (std::size_t i = 0; i < rest.size() && i < value.size(); ++i)
                rest[i] -= factors[j] * value[i];
        }
        QVERIFY(lengthOf(rest) < 1e-4 * std::max(1.0, lengthOf(output)));
    }
    void aNormThatComesLastStandsWhereItNorms()
    {
        open(u"timm-swinv2"_s, u"families/"_s);
        const auto last = subjectOf(m_engine, m_analysis, LayerIndex{0});
        QVERIFY(makeCard(last, u"joined"_s).formula.contains(u"\\text{LN}([\\on{heads}"_s));
        QVERIFY(makeCard(last, u"mlp"_s).formula.endsWith(u"(W_{1} \\, z')}"_s));
        QVERIFY(makeCard(last, u"added"_s).formula.contains(u"\\text{LN}(m)"_s));
        open(u"timm-vit"_s, u"goldens/"_s);
        const auto first = subjectOf(m_engine, m_analysis, LayerIndex{0});
        QVERIFY(!makeCard(first, u"joined"_s).formula.contains(u"LN"_s));
        QVERIFY(makeCard(first, u"mlp"_s).formula.endsWith(u"\\text{LN}(z'))}"_s));
    }
    /// Two cards state how scores are made.
    void cosineAttentionIsStatedAlikeOnEveryCard()
    {
        for (const auto& [net, cosine] : {std::pair{u"goldens/timm-swin"_s, false}, {u"families/timm-swinv2"_s, true}}) {
            open(net.section(u'/', 1), net.section(u'/', 0, 0) + u'/');
            const auto subject = subjectOf(m_engine, m_analysis, LayerIndex{1});
            for (const char* id : {"bias", "scores"}) {
                const auto card = makeCard(subject, QString::fromLatin1(id));
                QVERIFY2(card.formula.contains(u"cos"_s) == cosine && card.formula.contains(u"sqrt"_s) != cosine, qPrintable(card.formula));
            }
            QCOMPARE(makeCard(subject, u"scores"_s).sentence.contains(u"cosine"_s), cosine);
        }
    }
    void theChosenPairIsShownWithItsProductAndItsShare()
    {
        open(u"timm-vit"_s);
        auto subject = subjectOf(m_engine, m_analysis, LayerIndex{1});
        const auto scores = attentionRow(subject, "scores").values;
        const int worst = static_cast<int>(std::min_element(scores.begin() + 1, scores.end()) - scores.begin()), cell = worst - m_analysis->tokens.prefix();
        subject.pair = patch(*m_analysis, {cell / m_analysis->tokens.grid.columns, cell % m_analysis->tokens.grid.columns});
        const auto productOf = [](const Column& column) {
            std::vector<float> values;
            for (const Element& element : column)
                if (const auto* strip = std::get_if<Strip>(&element); strip && !strip->caption.isEmpty())
                    values = strip->values; // the last one
            return values;
        };
        for (const Column& column : {makeCard(subject, u"scores"_s).columns.front(), makeCard(subject, u"weights"_s).columns.back()}) {
            const auto product = productOf(column);
            const double sum = std::accumulate(product.begin(), product.end(), 0.0) / std::sqrt(subject.attention().headWidth);
            QVERIFY(std::abs(sum - static_cast<double>(scores[static_cast<std::size_t>(worst)])) < 1e-4);
        }
        int marked = 0;
        for (const char* id : {"scores", "weights", "values"}) // listed, though it is read least
            for (const Column& column : makeCard(subject, QString::fromLatin1(id)).columns)
                for (const Element& element : column) {
                    if (const auto* strip = std::get_if<Strip>(&element))
                        marked += strip->marked ? 1 : 0;
                    if (const auto* shares = std::get_if<Shares>(&element))
                        marked += static_cast<int>(std::count_if(shares->rows.begin(), shares->rows.end(), [](const Share& row) { return row.marked; }));
                }
        QCOMPARE(marked, 3);
    }
    void mergingSaysWhenItNorms()
    {
        for (const auto& [net, last] : {std::pair{u"goldens/timm-swin"_s, false}, {u"families/timm-swinv2"_s, true}}) {
            open(net.section(u'/', 1), net.section(u'/', 0, 0) + u'/');
            int merged = 0;
            for (int layer = 0; layer < m_analysis->model->config.blockCount(); ++layer) {
                auto subject = subjectOf(m_engine, m_analysis, LayerIndex{layer});
                subject.followed = patch(*m_analysis, {1, 1});
                if (!subject.beginsStage())
                    continue;
                ++merged;
                const auto card = makeCard(subject, u"merging"_s);
                QCOMPARE(card.formula.contains(u"= \\text{LN}"_s), last);
                QVERIFY2(card.sentence.contains(last ? u"channels and normed"_s : u"joined, normed"_s), qPrintable(card.sentence));
                const auto& four = std::get<Picture>(card.columns.front().back()); // of the many small ones on the picture nobody sees which
                QVERIFY(four.window && four.window->tokens.size() == 4 && four.grid == (GridSize{2, 2}));
                QVERIFY(four.window->followed.row >= 0 && four.window->followed.row < 2 && four.window->followed.column < 2);
            }
            QVERIFY(merged > 0);
        }
    }
    /// The pixels of a place are not what a hybrid is given of it.
    void aHybridHasPlacesNotPatchesOfNumbers()
    {
        open(u"timm-hybrid"_s);
        const auto subject = subjectOf(m_engine, m_analysis, LayerIndex{0});
        const auto all = stations(subject);
        const auto patches = std::find_if(all.begin(), all.end(), [](const Station& s) { return s.id == u"patches"_s; });
        QCOMPARE(patches->shape, QString::number(m_analysis->tokens.grid.count()));
        for (const Column& column : makeCard(subject, u"patches"_s).columns)
            for (const Element& element : column)
                QVERIFY(!std::holds_alternative<Strip>(element));
        const bool fewer = subject.outside("stage_0")->dim(1) < subject.outside("stem")->dim(1);
        QCOMPARE(makeCard(subject, u"stage_0"_s).sentence.contains(u"fewer places"_s), fewer);
    }
    void aDistilledNetTellsOfBothTokensAndBothHeads()
    {
        open(u"hf-deit-distilled"_s);
        const auto subject = subjectOf(m_engine, m_analysis, LayerIndex{0});
        const auto tokens = makeCard(subject, u"tokens"_s), head = makeCard(subject, u"head"_s);
        QVERIFY2(tokens.sentence.contains(u"distillation token"_s) && tokens.formula.contains(u"dist"_s), qPrintable(tokens.sentence));
        QVERIFY2(head.sentence.contains(u"two heads"_s) && !head.sentence.contains(u"one vector only"_s), qPrintable(head.sentence));
    }
    /// "6,12" does not say which is the row.
    void patchesAreNamedByRowAndColumnWhereThereIsRoom()
    {
        open(u"timm-vit"_s);
        auto subject = subjectOf(m_engine, m_analysis, LayerIndex{0});
        subject.followed = patch(*m_analysis, {1, 2});
        QCOMPARE(tokenName(subject, subject.row(), Naming::Brief), u"1,2"_s);
        QCOMPARE(tokenInWords(subject, subject.row()), u"the patch in row 1, column 2"_s);
        QString said;
        for (const auto& station : stations(subject)) {
            const auto card = makeCard(subject, station.id);
            said += card.sentence;
            for (const auto& column : card.columns)
                for (const auto& element : column) {
                    std::visit([&said](const auto& e) { if constexpr (requires { e.caption; }) said += e.caption + u'\n'; }, element);
                    if (const auto* shares = std::get_if<Shares>(&element))
                        for (const auto& row : shares->rows)
                            said += row.name + u'\n';
                }
        }
        QVERIFY(said.contains(u"row 1, column 2"_s));
        QVERIFY2(!said.contains(QRegularExpression(u"patch \\d+,\\d+"_s)), qPrintable(said));
    }
    /// As the query of the map and of the command line: reg0 is the first.
    void registersAreCountedAsTheMapDoes()
    {
        open(u"timm-dinov2-reg"_s);
        const auto subject = subjectOf(m_engine, m_analysis, LayerIndex{0});
        const int first = m_analysis->tokens.registerToken(0).value;
        QCOMPARE(tokenName(subject, first, Naming::Brief), queryLabel({Query::Kind::Register, 0, {}, false}, m_analysis->tokens));
        QCOMPARE(tokenBadge(subject, first), u"R0"_s);
    }
    /// On the sum's scale, which many tokens make, the rows of one token each were hardly to be seen.
    void weightedValuesAreColouredOnAScaleOfTheirOwn()
    {
        open(u"timm-vit"_s);
        const auto subject = subjectOf(m_engine, m_analysis, LayerIndex{1});
        float most = 0;
        double limit = 0;
        const Card card = makeCard(subject, u"values"_s);
        for (const Element& element : card.columns.front())
            if (const auto* strip = std::get_if<Strip>(&element)) {
                QVERIFY(limit == 0 || strip->limit == limit);
                limit = strip->limit;
                for (const float v : strip->values)
                    most = std::max(most, std::abs(v));
            }
        QCOMPARE(limit, static_cast<double>(most));
    }
    void negativeScoresAreExplainedWhereTheyAre()
    {
        open(u"timm-vit"_s);
        int with = 0, without = 0;
        for (int layer = 0; layer < m_analysis->model->config.blockCount(); ++layer)
            for (int head = 0; head < 2; ++head) {
                auto subject = subjectOf(m_engine, m_analysis, LayerIndex{layer});
                subject.head = HeadIndex{head};
                subject.followed = patch(*m_analysis, {1, 1});
                bool negative = false, said = false;
                const Card card = makeCard(subject, u"scores"_s);
                for (const Element& element : card.columns.front()) {
                    const auto* strip = std::get_if<Strip>(&element);
                    negative = negative || (strip && strip->pairs && strip->note.startsWith(u'−'));
                    if (const auto* remark = std::get_if<Remark>(&element))
                        said = said || remark->text.contains(u"differences"_s);
                }
                QCOMPARE(said, negative);
                ++(negative ? with : without);
            }
        QVERIFY2(with + without > 0 && without > 0, qPrintable(u"%1, %2"_s.arg(with).arg(without)));
    }
    /// Whoever comes to block 11 first would wonder what was in the eleven before.
    void theFirstCardOfABlockSaysHowOftenItsStepsCome()
    {
        for (const auto& [net, first] : {std::pair{u"goldens/timm-vit"_s, u"norm1"_s}, {u"families/timm-bit"_s, u"features"_s}}) {
            open(net.section(u'/', 1), net.section(u'/', 0, 0) + u'/');
            const auto subject = subjectOf(m_engine, m_analysis, LayerIndex{1});
            const QString times = u"come %1 times"_s.arg(m_analysis->model->config.blockCount());
            for (const auto& station : stations(subject))
                QCOMPARE(makeCard(subject, station.id).sentence.contains(times), station.id == first);
        }
    }
    void aStemHasTheNormThatItsNetworkHas()
    {
        for (const auto& [net, normed] : {std::pair{u"families/timm-bit"_s, false}, {u"families/timm-resnet-d"_s, true}, {u"goldens/timm-hybrid"_s, true}}) {
            open(net.section(u'/', 1), net.section(u'/', 0, 0) + u'/');
            const auto formula = makeCard(subjectOf(m_engine, m_analysis, LayerIndex{0}), u"stem"_s).formula;
            QVERIFY2(!formula.isEmpty() && formula.contains(u"norm"_s) == normed, qPrintable(formula));
        }
    }
    void aHeadThatIsOffIsSeenOff()
    {
        open(u"timm-vit"_s);
        Interventions changes;
        changes.heads = {{LayerIndex{1}, HeadIndex{1}, HeadChange::Off}};
        const auto changed = m_engine.intervene(m_analysis, changes, {});
        QVERIFY(changed);
        auto subject = subjectOf(m_engine, *changed, LayerIndex{1});
        subject.head = HeadIndex{1};
        const auto card = makeCard(subject, u"weights"_s);
        QVERIFY2(card.sentence.contains(u"switched off"_s), qPrintable(card.sentence));
        for (const float v : std::get<Map>(card.columns.front().front()).values.values())
            QCOMPARE(v, 0.0F);
        for (const char* id : {"weights", "values"})
            for (const Column& column : makeCard(subject, QString::fromLatin1(id)).columns)
                for (const Element& element : column)
                    QVERIFY(!std::holds_alternative<Shares>(element) && !std::holds_alternative<Sign>(element)); // no token read most
    }
    /// In CaiT's last blocks only the class token asks: rows of zeros would be told as attention.
    void aPatchThatAsksNothingIsToldSo()
    {
        open(u"timm-cait"_s, u"families/"_s);
        auto subject = subjectOf(m_engine, m_analysis, LayerIndex{m_analysis->model->config.blockCount() - 1});
        subject.followed = patch(*m_analysis, {1, 1});
        for (const char* id : {"scores", "weights", "values", "joined", "norm2", "mlp", "added"}) {
            const auto card = makeCard(subject, QString::fromLatin1(id));
            QVERIFY2(card.columns.isEmpty() && card.sentence.contains(u"asks"_s), id);
        }
        const auto card = makeCard(subject, u"queries"_s);
        for (const Column& column : card.columns)
            for (const Element& element : column)
                if (const auto* strip = std::get_if<Strip>(&element))
                    QVERIFY2(!strip->caption.startsWith(u"query"_s), qPrintable(strip->caption));
        subject.followed = {0, {}};
        QVERIFY(!makeCard(subject, u"weights"_s).columns.isEmpty());
        subject = subjectOf(m_engine, m_analysis, LayerIndex{0}); // where the class token is not yet
        subject.followed = {0, {}};
        for (const char* id : {"norm1", "queries", "scores", "weights", "values", "joined", "mlp", "added"}) {
            const auto early = makeCard(subject, QString::fromLatin1(id));
            QVERIFY2(early.columns.isEmpty() && early.sentence.contains(u"in a later one"_s), id);
        }
        QVERIFY(makeCard(subject, u"tokens"_s).sentence.contains(u"joins in a later block"_s));
        subject.followed = patch(*m_analysis, {1, 1});
        QVERIFY(!makeCard(subject, u"norm1"_s).columns.isEmpty());
        const auto facts = modelFacts(*m_analysis->model); // which count those blocks, too
        QVERIFY(std::any_of(facts.begin(), facts.end(), [](const ModelFact& fact) { return fact.value == u"2 + 2 class layers × 2"_s; }));
    }
    /// In CaiT's first blocks there is no class token: it is no row that could be read, not even with 0 %.
    void aTokenThatJoinsLaterIsNotToldAmongThoseThatAreRead()
    {
        open(u"timm-cait"_s, u"families/"_s);
        auto subject = subjectOf(m_engine, m_analysis, LayerIndex{0});
        subject.followed = patch(*m_analysis, {1, 1});
        for (const char* id : {"scores", "weights"})
            for (const Column& column : makeCard(subject, QString::fromLatin1(id)).columns)
                for (const Element& element : column)
                    if (const auto* map = std::get_if<Map>(&element))
                        QVERIFY2(!map->caption.contains(u"class token"_s), qPrintable(map->caption));
                    else if (const auto* shares = std::get_if<Shares>(&element))
                        QVERIFY2(shares->rest.contains(u"and %1 more"_s.arg(m_analysis->tokens.grid.count() - shares->rows.size())), qPrintable(shares->rest));
        const auto all = stations(subject);
        const auto tokens = std::find_if(all.begin(), all.end(), [](const Station& each) { return each.id == u"tokens"_s; });
        QVERIFY(tokens != all.end());
        QCOMPARE(tokens->title, u"Positions"_s);
        QVERIFY2(tokens->shape.startsWith(QString::number(m_analysis->tokens.grid.count()) + u' '), qPrintable(tokens->shape));
    }
    /// The weights of a head that is off are 0; CaiT mixes those of the others into its values all the same.
    void aHeadThatIsOffAndTalksIsStillReachedByTheOthers()
    {
        open(u"timm-cait"_s, u"families/"_s);
        Interventions changes;
        changes.heads = {{LayerIndex{0}, HeadIndex{1}, HeadChange::Off}};
        const auto changed = m_engine.intervene(m_analysis, changes, {});
        QVERIFY(changed);
        auto subject = subjectOf(m_engine, *changed, LayerIndex{0});
        subject.head = HeadIndex{1};
        subject.followed = patch(**changed, {1, 1});
        QVERIFY(lengthOf(headVector(subject, "heads", subject.row()).values) > 0);
        QVERIFY(makeCard(subject, u"weights"_s).sentence.contains(u"weights are 0"_s));
        const auto values = makeCard(subject, u"values"_s);
        QVERIFY2(!values.sentence.contains(u"nothing is read"_s), qPrintable(values.sentence));
        QCOMPARE(values.columns.size(), 3);
    }
    void aNumberThatIsHugeOrNoneIsStillTold()
    {
        QCOMPARE(shown(9.13e125), u"9.1×10¹²⁵"_s);
        QCOMPARE(shown(-1e9), u"−1.0×10⁹"_s);
        QCOMPARE(shown(1234567), u"1,234,567"_s);
        QCOMPARE(shown(1e-9), u"1.0×10⁻⁹"_s);
        QCOMPARE(shown(NAN), u"–"_s);
        QCOMPARE(timesText(800), u"2.7×10³⁴⁷"_s); // e^800 is beyond a double
        QCOMPARE(timesText(0.5), u"1.65"_s);
    }
    void aPictureOfWhichNothingIsCutIsScaled_data()
    {
        QTest::addColumn<QString>("net");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("says");
        QTest::newRow("squashed") << u"timm-eva02"_s << u"families/"_s << u"scaled: "_s;
        QTest::newRow("cut") << u"timm-vit"_s << u"goldens/"_s << u"what is left: "_s;
    }
    void aPictureOfWhichNothingIsCutIsScaled()
    {
        QFETCH(const QString, net);
        QFETCH(const QString, kind);
        QFETCH(const QString, says);
        open(net, kind);
        PictureSource picture;
        picture.file = PATCHLIGHT_FIXTURES "/goldens/preprocess/rgb.jpg";
        const auto analysis = m_engine.analyse(picture, RunContext{});
        QVERIFY(analysis);
        const Card card = makeCard(subjectOf(m_engine, *analysis, LayerIndex{0}), u"picture"_s);
        const auto* seen = std::get_if<Picture>(&card.columns.at(2).at(0));
        QVERIFY(seen);
        QVERIFY2(seen->caption.startsWith(says), qPrintable(seen->caption));
    }
    void sentencesFollowEachOtherAsTheLanguageDoes()
    {
        QCOMPARE(andThen(u"One."_s, u"Two."_s), u"One. Two."_s);
        QCOMPARE(andThen(u"一。"_s, u"二。"_s), u"一。二。"_s);
        QCOMPARE(andThen({}, u"Two."_s), u"Two."_s);
    }
    void noSpaceStaysBetweenAChineseNameAndChineseWords()
    {
        QCOMPARE(named(u"针对 %1 的权重，反对"_s, u"王企鹅"_s), u"针对王企鹅的权重，反对"_s);
        QCOMPARE(named(u"%1 的权重"_s, u"king penguin"_s), u"king penguin 的权重"_s);
        QCOMPARE(named(u"weights of %1"_s, u"王企鹅"_s), u"weights of 王企鹅"_s);
    }
    /// In the first stages a window is few pixels of the whole grid's map, and one that the shift wrapped around lies in pieces.
    void aWindowIsShownEnlargedAsTheNetworkHasIt()
    {
        open(u"timm-swin"_s);
        const int last = m_analysis->tokens.grid.rows - 1;
        int windows = 0, masked = 0;
        for (int i = 0; i < m_analysis->record.layerCount(); ++i) {
            auto subject = subjectOf(m_engine, m_analysis, LayerIndex{i});
            subject.followed = patch(*m_analysis, {last, last});
            if (!windowCells(subject))
                continue;
            ++windows;
            const auto scores = attentionRow(subject, "scores");
            const auto map = windowMap(subject, scores, Tint::Signed);
            QCOMPARE(map.values.values(), scores.values); // in the row's own order
            const int width = map.values.columns();
            const Cell followed = map.window->followed;
            QCOMPARE(map.window->cells.at(static_cast<std::size_t>(followed.row * width + followed.column)),
                (Cell{subject.row() / subject.grid().columns, subject.row() % subject.grid().columns}));
            QCOMPARE(map.forbidden.size(), forbiddenCells(subject).size());
            for (const Cell cell : map.forbidden)
                QVERIFY(map.values.at(cell) < -50);
            masked += map.forbidden.empty() ? 0 : 1;
        }
        QVERIFY(windows > 0 && masked > 0);
    }
    /// The class token has no place in the picture: its answer, far stronger than any there, would leave the map blank.
    void aNeuronsMapIsColouredOverWhatItShowsAndSaysHowFarThatGoes()
    {
        open(u"timm-vit"_s);
        const auto subject = subjectOf(m_engine, m_analysis, LayerIndex{1});
        const auto card = makeCard(subject, u"mlp"_s);
        const auto& map = std::get<Map>(card.columns.at(1).front());
        QCOMPARE(map.limit, 0.0); // its own largest
        QVERIFY2(map.caption.contains(u"the class token"_s) && map.caption.contains(rangeText(map.values.values())), qPrintable(map.caption));
    }
    void neuronsAreSaidToStaySilentOnlyWhereMostDo_data() { everyNumberEqualsItsArray_data(); }
    void neuronsAreSaidToStaySilentOnlyWhereMostDo()
    {
        QFETCH(QString, kind);
        QFETCH(QString, net);
        open(net, kind);
        const auto subject = subjectOf(m_engine, m_analysis, LayerIndex{0});
        const auto hidden = tokenVector(subject, subject.inBlock("hidden"), "hidden", subject.row());
        const auto active = std::count_if(hidden.values.begin(), hidden.values.end(), [](float v) { return v > 0; });
        if (hidden && subject.asks())
            QCOMPARE(makeCard(subject, u"mlp"_s).sentence.contains(u"Most stay near zero"_s), 3 * active < static_cast<long>(hidden.values.size()));
    }
    void onlyABlockBeforeTheLastHasANext()
    {
        open(u"timm-vit"_s);
        const int blocks = m_analysis->model->config.blockCount();
        for (int layer = 0; layer < blocks; ++layer) {
            const QString sentence = makeCard(subjectOf(m_engine, m_analysis, LayerIndex{layer}), u"added"_s).sentence;
            QVERIFY2(sentence.contains(u"next one"_s) == (layer + 1 < blocks), qPrintable(sentence));
        }
    }
    void everyCardOfAttentionNamesItsBlockAndHead()
    {
        open(u"timm-vit"_s);
        const auto subject = subjectOf(m_engine, m_analysis, LayerIndex{1});
        for (const auto& id : {u"queries"_s, u"scores"_s, u"weights"_s, u"values"_s})
            QCOMPARE(makeCard(subject, id).aside, u"block 1, head 0"_s);
    }
    void aTokenIsIntroducedBeforeItIsSpokenOf()
    {
        open(u"timm-vit"_s);
        const auto subject = subjectOf(m_engine, m_analysis, LayerIndex{1});
        QVERIFY(makeCard(subject, u"embedding"_s).sentence.contains(u"called a token"_s));
        for (const auto& id : {u"picture"_s, u"patches"_s})
            QVERIFY(!makeCard(subject, id).sentence.contains(u"token"_s));
    }
    void aHiddenPatchSaysWhatBecameOfIt()
    {
        open(u"timm-vit"_s);
        for (const auto& [how, words] : {std::pair{HideWith::Mean, u"mean colour"_s}, {HideWith::Zero, u"replaced by zeros"_s}, {HideWith::Drop, u"dropped"_s}}) {
            auto changed = std::make_shared<Analysis>(*m_analysis);
            changed->interventions.hidden = {{0, 1}};
            changed->interventions.hideWith = how;
            auto subject = subjectOf(m_engine, m_analysis, LayerIndex{0});
            subject.analysis = changed;
            for (const Cell cell : {Cell{0, 1}, Cell{1, 1}}) {
                subject.followed = patch(*m_analysis, cell);
                for (const auto& id : {u"patches"_s, u"embedding"_s})
                    QCOMPARE(remarks(makeCard(subject, id)).contains(words), cell.row == 0);
            }
        }
    }
    /// The frames are pieces of windows where those are moved; the grid halves from stage to stage.
    void windowsAreCountedAndGridsNamedAsTheyAreDrawn()
    {
        open(u"timm-swin"_s);
        int pieces = 0, merged = 0;
        for (int layer = 0; layer < m_analysis->model->config.blockCount(); ++layer) {
            auto subject = subjectOf(m_engine, m_analysis, LayerIndex{layer});
            subject.followed = patch(*m_analysis, {4, 4});
            const auto seen = std::get<Picture>(makeCard(subject, u"windows"_s).columns.front().front());
            if (seen.frames.size() != subject.attention().windows->windows().count()) {
                QVERIFY2(seen.caption.contains(u"in %1 pieces"_s.arg(seen.frames.size())), qPrintable(seen.caption));
                ++pieces;
            }
            const QString first = makeCard(subject, u"norm1"_s).sentence;
            const bool other = subject.grid() != m_analysis->tokens.grid;
            QVERIFY2(first.contains(u"row 4, column 4 of the first one"_s) == other, qPrintable(first));
            merged += other ? 1 : 0;
        }
        QVERIFY(pieces > 0 && merged > 0);
    }
    void thePictureIsSaidToBeCutOnlyWhereItIs()
    {
        open(u"timm-vit"_s);
        const GridSize crop = m_analysis->model->config.profile.value.crop;
        const auto sentence = [&](ResizeMode mode, GridSize size, int more) {
            auto model = std::make_shared<ModelInfo>(*m_analysis->model);
            auto& profile = model->config.profile.value;
            profile.mode = mode;
            profile.resizeTo = {crop.rows + more, crop.columns + more};
            auto analysis = std::make_shared<Analysis>(*m_analysis);
            analysis->model = model;
            const double down = (crop.rows + more) / static_cast<double>(size.rows);
            const double across = mode == ResizeMode::Shorter || mode == ResizeMode::Keep ? down : (crop.columns + more) / static_cast<double>(size.columns);
            analysis->geometry = InputGeometry(size, crop, across, down, (size.columns * across - crop.columns) / 2, (size.rows * down - crop.rows) / 2);
            auto subject = subjectOf(m_engine, m_analysis, LayerIndex{0});
            subject.analysis = analysis;
            return makeCard(subject, u"picture"_s).sentence;
        };
        const GridSize wide{90, 160}, square{120, 120};
        for (const ResizeMode mode : {ResizeMode::Shorter, ResizeMode::Keep})
            QVERIFY(sentence(mode, wide, 0).contains(u"cut out"_s));
        for (const ResizeMode mode : {ResizeMode::Squash, ResizeMode::Longest, ResizeMode::Patches})
            QVERIFY2(!sentence(mode, wide, 0).contains(u"cut out"_s), qPrintable(sentence(mode, wide, 0)));
        QVERIFY2(!sentence(ResizeMode::Shorter, square, 0).contains(u"cut out"_s), qPrintable(sentence(ResizeMode::Shorter, square, 0)));
        for (const ResizeMode mode : {ResizeMode::Shorter, ResizeMode::Squash})
            QVERIFY(sentence(mode, square, 8).contains(u"cut out"_s));
    }
    void whatStandsInForATokenWithoutPixelsIsFramed()
    {
        open(u"timm-vit"_s);
        auto subject = subjectOf(m_engine, m_analysis, LayerIndex{0});
        const auto frames = [&] { return std::get<Picture>(makeCard(subject, u"patches"_s).columns.front().front()).frames; };
        const Cell middle = subject.patchShown();
        QCOMPARE(frames(), (QVector<QRect>{QRect(middle.column, middle.row, 1, 1)}));
        subject.followed = patch(*m_analysis, {0, 1});
        QVERIFY(frames().isEmpty());
    }
    /// A network of convolutions has no tokens, and one window no next one.
    void wordsAreOfThisNetwork()
    {
        open(u"timm-bit"_s, u"families/"_s);
        auto subject = subjectOf(m_engine, m_analysis, LayerIndex{0});
        subject.followed = patch(*m_analysis, {0, 0});
        for (const auto& station : stations(subject)) {
            const QString sentence = makeCard(subject, station.id).sentence;
            QVERIFY2(!sentence.contains(u"token"_s) && !sentence.contains(u"Before the patches"_s), qPrintable(sentence));
        }
        for (const auto& [net, title] : {std::pair{u"families/timm-dinov3"_s, u"Class token"_s}, {u"families/timm-siglip"_s, u"Positions"_s},
                 {u"families/timm-beit"_s, u"Class token"_s}, {u"goldens/timm-vit"_s, u"Class token, positions"_s}}) {
            open(net.section(u'/', 1), net.section(u'/', 0, 0) + u'/');
            subject = subjectOf(m_engine, m_analysis, LayerIndex{0});
            subject.followed = patch(*m_analysis, {0, 0});
            const auto card = makeCard(subject, u"tokens"_s);
            QCOMPARE(card.title, title);
            const bool placed = subject.outside("positions") != nullptr;
            QCOMPARE(placed, title.endsWith(u"ositions"_s));
            QVERIFY2(placed == card.sentence.contains(u"position is added"_s) && placed == card.formula.contains(u"pos"_s), qPrintable(card.sentence));
        }
        open(u"timm-swin"_s);
        for (int layer = 0; layer < m_analysis->model->config.blockCount(); ++layer) {
            subject = subjectOf(m_engine, m_analysis, LayerIndex{layer});
            subject.followed = patch(*m_analysis, {0, 0});
            const QString sentence = makeCard(subject, u"windows"_s).sentence;
            const bool alone = subject.attention().windows->windows().count() == 1;
            QVERIFY2(alone != sentence.contains(u"next block"_s) || subject.attention().windows->shift.rows > 0, qPrintable(sentence));
        }
    }
    void aPlaceOfALaterStageSaysOnWhichGridItIsCounted()
    {
        open(u"timm-swin"_s);
        const GridSize picture = m_analysis->tokens.grid;
        for (int layer = 0; layer < m_analysis->model->config.blockCount(); ++layer) {
            auto subject = subjectOf(m_engine, m_analysis, LayerIndex{layer});
            subject.followed = patch(*m_analysis, {picture.rows - 1, picture.columns - 2});
            const GridSize here = subject.grid();
            const QString says = gridsText(subject);
            QCOMPARE(says.isEmpty(), here == picture);
            const QString own = u"%1 × %2 places"_s.arg(here.rows).arg(here.columns);
            const QString asked = u"row %1, column %2 of the picture's"_s.arg(picture.rows - 1).arg(picture.columns - 2);
            QVERIFY2(says.isEmpty() || (says.contains(own) && says.contains(asked)), qPrintable(says));
            // Marked is what is named: all of the block's cell, and the patch where tokens are made of patches.
            for (const auto& id : {u"picture"_s, u"windows"_s, u"weights"_s})
                QCOMPARE(markedGrid(subject, id), here);
            QCOMPARE(markedGrid(subject, u"patches"_s), picture);
        }
    }
    void registersAreExplainedWhereTheyComeIn()
    {
        open(u"timm-dinov2-reg"_s);
        auto subject = subjectOf(m_engine, m_analysis, LayerIndex{0});
        const int first = m_analysis->tokens.registerToken(0).value;
        subject.followed = {first, {}};
        const auto card = makeCard(subject, u"tokens"_s);
        QCOMPARE(card.sentence.contains(u"every patch its position"_s), !subject.config().positionsForPrefix); // the class token is given none
        QVERIFY2(card.sentence.contains(u"register"_s) && card.formula.contains(u"r_{1}"_s) && card.paper.contains(u"Darcet"_s), qPrintable(card.sentence));
        for (const auto& column : card.columns)
            for (const auto& element : column)
                if (const auto* strip = std::get_if<Strip>(&element))
                    QVERIFY2(!strip->caption.contains(u"with its position"_s), qPrintable(strip->caption)); // it is given none
        open(u"timm-vit"_s);
        subject = subjectOf(m_engine, m_analysis, LayerIndex{0});
        QVERIFY(!makeCard(subject, u"tokens"_s).sentence.contains(u"register"_s));
    }
    void aNetworkOfConvolutionsHasPlacesAndNoPatches()
    {
        for (const auto& net : {u"timm-resnet-d"_s, u"timm-bit"_s}) {
            open(net, u"families/"_s);
            auto subject = subjectOf(m_engine, m_analysis, LayerIndex{0});
            subject.followed = patch(*m_analysis, {0, 0});
            for (const auto& station : stations(subject)) {
                const auto card = makeCard(subject, station.id);
                QString said = card.title + card.sentence + card.aside + card.paper;
                for (const auto& column : card.columns)
                    for (const auto& element : column)
                        std::visit([&said](const auto& e) { if constexpr (requires { e.caption; }) said += e.caption; }, element);
                QVERIFY2(!said.contains(u"patch"_s) && !said.contains(u"Norm,"_s) && !said.contains(u"hybrid"_s) && !said.contains(u"Dosovitskiy"_s), qPrintable(station.id + u": "_s + said));
                QVERIFY2(!gridsText(subject).contains(u"patch"_s), qPrintable(gridsText(subject)));
                if (station.id == u"features"_s)
                    QCOMPARE(card.formula.endsWith(u"F(x))"_s), net == u"timm-resnet-d"_s); // after BiT's sum nothing follows
            }
        }
    }
    void aBlockThatIsOffSaysSo()
    {
        open(u"timm-vit"_s);
        Interventions changes;
        changes.blocksOff = {LayerIndex{1}};
        const auto changed = m_engine.intervene(m_analysis, changes, {});
        QVERIFY(changed);
        const auto subject = subjectOf(m_engine, *changed, LayerIndex{1});
        for (const auto& station : stations(subject))
            if (station.part == Part::Block)
                QVERIFY(makeCard(subject, station.id).columns.isEmpty());
    }
    void everyCardHasASentenceAFormulaAndAPaper_data() { everyNumberEqualsItsArray_data(); }
    void everyCardHasASentenceAFormulaAndAPaper()
    {
        QFETCH(QString, kind);
        QFETCH(QString, net);
        open(net, kind);
        const int last = m_analysis->model->config.blockCount() - 1;
        for (const int layer : {0, last}) {
            const auto subject = subjectOf(m_engine, m_analysis, LayerIndex{layer});
            for (const auto& station : stations(subject)) {
                const auto card = makeCard(subject, station.id);
                QVERIFY2(!card.title.isEmpty() && !card.sentence.isEmpty() && !card.formula.isEmpty() && (!card.columns.isEmpty() || !subject.asks()) && !card.paper.isEmpty(), qPrintable(station.id));
            }
        }
    }
    void numbersAreWrittenAsTheyAre()
    {
        open(u"timm-vit"_s);
        const auto subject = subjectOf(m_engine, m_analysis, LayerIndex{0});
        QTemporaryDir folder;
        const auto written = writeNumbers(subject, makeCard(subject, u"scores"_s), folder.filePath(u"card.npy"_s));
        QVERIFY(written);
        QCOMPARE(written->size(), 3);
        QVERIFY(QFileInfo::exists(folder.filePath(u"card-scores.npy"_s)));
        QVERIFY(!writeNumbers(subject, makeCard(subject, u"weights"_s), u"/no/such/folder/card.npy"_s));
    }

private:
    void open(const QString& net, const QString& kind = u"goldens/"_s)
    {
        const QString folder = QStringLiteral(PATCHLIGHT_FIXTURES) + u'/' + kind + net;
        ModelSource source;
        source.path = folder.toStdString();
        source.device = "cpu";
        QFile meta(folder + u"/meta.json"_s);
        if (meta.open(QIODevice::ReadOnly))
            if (const auto facts = QJsonDocument::fromJson(meta.readAll()).object(); facts[u"heads_not_in_file"_s].toBool())
                source.overrides.heads = facts[u"heads"_s].toInt();
        QVERIFY(m_engine.load(source, {}));
        PictureSource picture;
        picture.file = QString(folder + u"/input.npy"_s).toStdString();
        const auto analysis = m_engine.analyse(picture, RunContext{});
        QVERIFY(analysis);
        m_analysis = *analysis;
    }

    static QString remarks(const Card& card)
    {
        QStringList texts;
        for (const Column& column : card.columns)
            for (const Element& element : column)
                if (const auto* remark = std::get_if<Remark>(&element))
                    texts << remark->text;
        return texts.join(u' ');
    }

    /// How many elements were compared.
    static int check(const Subject& subject, const Card& card)
    {
        int checked = 0;
        for (const Column& column : card.columns)
            for (const Element& element : column) {
                if (const auto* shares = std::get_if<Shares>(&element)) {
                    for (const auto& row : shares->rows)
                        checked += compare(subject, card, {row.share}, row.origin);
                    continue;
                }
                const auto [values, origin] = numbersOf(element);
                checked += compare(subject, card, values, origin);
            }
        return checked;
    }

    static int compare(const Subject& subject, const Card& card, const std::vector<float>& values, const inside::Origin& origin)
    {
        if (origin.array.empty() || values.empty())
            return 0;
        const NdArray given = subject.pass->inputs.at(static_cast<std::size_t>(subject.layer.value));
        const bool ofBlock = origin.array == "input" && card.id != u"picture"_s && card.id != u"patches"_s;
        const NdArray* array = ofBlock ? &given : arrayNamed(subject, origin.array);
        const QString where = card.id + u' ' + QString::fromStdString(origin.array);
        [&] { QVERIFY2(array, qPrintable(where)); }();
        if (!array)
            return 0;
        std::vector<float> expected;
        if (!origin.index.empty() && origin.index.front() < 0) { // one number of every row
            const auto width = static_cast<std::size_t>(array->shape.back());
            for (std::size_t row = static_cast<std::size_t>(origin.first); expected.size() < values.size(); ++row)
                expected.push_back(array->values.at(row * width + static_cast<std::size_t>(origin.index.at(1))));
        } else {
            expected = sliceOf(array, origin.array, origin.index, origin.first, static_cast<std::int64_t>(values.size())).values;
        }
        [&] { QVERIFY2(expected == values, qPrintable(where)); }();
        return 1;
    }

    Engine m_engine{EngineOptions{1}};
    AnalysisPtr m_analysis;
};

}

PATCHLIGHT_WINDOW_TEST(patchlight::InsideCardsTest)
#include "inside_cards_test.moc"
