// core/base/staged_folder.h: the files of a folder appear together or not at all.
#pragma once
#include "core/base/result.h"
#include "core/base/unfinished.h"
#include <filesystem>
#include <string>
#include <vector>

namespace patchlight
{

/// Folders made on the way to one; those still empty at the end are removed again.
class MadeFolders
{
public:
    /// Makes `folder` and what is missing above it; nothing for an empty name. Errors: WriteFailed.
    static Result<MadeFolders> upTo(const std::filesystem::path& folder);
    ~MadeFolders();
    MadeFolders(MadeFolders&&) noexcept = default;
    MadeFolders& operator=(MadeFolders&&) = delete;

private:
    MadeFolders() = default;
    std::vector<std::filesystem::path> m_made; ///< the innermost last
};

/// Results are written to a hidden folder inside their own; moveIntoPlace() gives them their names. Until then the
/// folder is as it was, and it is again when something fails.
class StagedFolder
{
public:
    /// Errors: WriteFailed.
    static Result<StagedFolder> inside(const std::filesystem::path& folder);

    /// Where to write.
    const std::filesystem::path& path() const { return m_stage.path(); }
    /// An error of writing there, by the name that the file was to have.
    tl::unexpected<Error> failed(Error error) const;
    /// Moves every file, replacing those of the same name. Errors: InvalidOption (one that is being read; nothing is
    /// moved then), WriteFailed.
    Result<void> moveIntoPlace();

private:
    StagedFolder(std::filesystem::path folder, MadeFolders made, std::filesystem::path stage)
        : m_folder(std::move(folder)), m_made(std::move(made)), m_stage(std::move(stage))
    {
    }
    std::filesystem::path m_folder;
    MadeFolders m_made; // outlives the stage, which is in it
    Unfinished m_stage;
};

}
