// app/cli/options/fetch_model.h: a model of the hub fetched with its progress on the terminal.
#pragma once
#include "app/cli/shell.h"
#include "core/library/download.h"

namespace patchlight
{

/// Errors: those of parseHubName and downloadModel.
Result<FetchedModel> fetchModel(const std::string& name, Shell& shell);
/// For --download: nothing is done for a model that is here, or for what is no model of the hub.
Result<void> fetchWhereMissing(const std::string& name, Shell& shell);

}
