// app/cli/options/fetch_model.cpp
#include "app/cli/options/fetch_model.h"
#include "app/cli/interrupt.h"
#include "app/cli/text/models_text.h"
#include "core/engine/model/find_model.h"

namespace patchlight
{

Result<FetchedModel> fetchModel(const std::string& name, Shell& shell)
{
    const auto model = parseHubName(name);
    if (!model)
        return fail(model.error());
    TransferRate rate;
    const auto report = [&](const FetchProgress& progress) {
        rate.add(progress.done, TransferRate::Clock::now());
        const int percent = progress.total > 0 ? static_cast<int>(100 * progress.done / progress.total) : 0;
        shell.console.transfer(transferText(progress, rate), percent);
    };
    auto fetched = downloadModel(*model, libraryPlaces(), hubAccess(), interruptToken(), report);
    shell.console.clearProgress();
    return fetched ? Result<FetchedModel>(std::move(*fetched)) : fail(asError(fetched.error()));
}

Result<void> fetchWhereMissing(const std::string& name, Shell& shell)
{
    if (name.empty() || findModel(name) || !looksLikeHubName(name))
        return {};
    const auto fetched = fetchModel(name, shell);
    return fetched ? Result<void>{} : fail(fetched.error());
}

}
