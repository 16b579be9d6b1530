// tests/unit/explain/cam_family_test.cpp: class activation maps against pytorch-grad-cam's on the same networks.
#include "core/explain/from_network.h"
#include "nets.h"
#include "support.h"

using namespace patchlight;
using namespace patchlight::test;

namespace
{

struct Named {
    const char* name;
    Method method;
};
constexpr Named kFamily[]{{"grad-cam", Method::GradCam}, {"grad-cam++", Method::GradCamPlusPlus},
    {"layer-cam", Method::LayerCam}, {"eigen-cam", Method::EigenCam}, {"score-cam", Method::ScoreCam}};

void expectBlock(const Net& net, const std::string& folder, int block)
{
    for (const auto& [name, method] : kFamily) {
        ExplainRequest request;
        request.method = method;
        request.layer = LayerIndex{block};
        const auto map = explainFromNetwork(*net.network, net.input, nullptr, request);
        ASSERT_TRUE(map) << name << ": " << map.error().message;
        const auto file = fixture("cam/" + folder + "/" + name + ".block" + std::to_string(block) + ".npy");
        EXPECT_LE(relativeError(map->map.values(), array(file).values), 1e-3) << folder << ' ' << name << ' ' << block;
    }
}

}

TEST(CamFamily, AgreesWithThePublicImplementationAtAnyBlock)
{
    const Net vit = goldenNet("timm-vit"), swin = goldenNet("timm-swin");
    for (const int block : {1, 2})
        expectBlock(vit, "timm-vit", block);
    for (const int block : {1, 3})
        expectBlock(swin, "timm-swin", block);
}

TEST(CamFamily, OfEarlierBlocksComesOnTheirOwnGrid)
{
    const Net net = goldenNet("timm-swin");
    ExplainRequest request;
    request.method = Method::LayerCam;
    request.layer = LayerIndex{0};
    const auto map = explainFromNetwork(*net.network, net.input, nullptr, request);
    ASSERT_TRUE(map);
    EXPECT_EQ(map->map.size(), (GridSize{16, 16}));
}
