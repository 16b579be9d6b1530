// tests/window/outputs_test.cpp: what is explained is called what the network's outputs are: classes, labels, values.
#include "tests/window/support/window_fixture.h"
#include "ui/view/widgets/controls/value_combo.h"
#include "ui/view/widgets/labelled_row.h"

namespace patchlight
{

using namespace Qt::StringLiterals;

class OutputsTest : public WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void aClassIsTheMostProbableAtFirst()
    {
        open(Outputs::Classes);
        QCOMPARE(rowText(), u"For class"_s);
        QCOMPARE(target()->itemText(0), u"most probable"_s);
    }
    void aLabelIsNoClass()
    {
        open(Outputs::Labels);
        QCOMPARE(rowText(), u"For label"_s);
        QCOMPARE(target()->accessibleName(), u"For label"_s);
    }
    void valuesHaveNoProbability()
    {
        m_control->classNames = {"height", "age"};
        open(Outputs::Values);
        QCOMPARE(rowText(), u"For value"_s);
        QCOMPARE(target()->itemText(0), u"the largest"_s);
        QCOMPARE(target()->itemText(2), u"age"_s);
    }
    void theOnlyValueLeavesNothingToChoose()
    {
        m_control->classNames = {"height"};
        open(Outputs::Values);
        QCOMPARE(target()->count(), 1);
        QCOMPARE(target()->currentText(), u"height"_s);
        QVERIFY(child<ValueCombo>("signBox")->isVisible()); // what raises it, what lowers it
    }

private:
    void open(Outputs outputs)
    {
        m_control->outputs = outputs;
        m_session->openModel(u"/models/net.safetensors"_s);
        openPicture();
        QTRY_COMPARE(m_session->analysis()->model->config.outputs.value, outputs);
        m_session->selection().setMethod(Method::Relevancy);
        QTRY_VERIFY(!m_session->changing());
        settle();
    }
    ValueCombo* target() const { return child<ValueCombo>("targetBox"); }
    QString rowText() const { return qobject_cast<LabelledRow*>(target()->parentWidget())->label()->text(); }
};

}

PATCHLIGHT_WINDOW_TEST(patchlight::OutputsTest)
#include "outputs_test.moc"
