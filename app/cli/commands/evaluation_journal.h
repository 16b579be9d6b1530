// app/cli/commands/evaluation_journal.h: every judged picture in a file of its own line, so that an evaluation that was
// ended goes on where it was.
#pragma once
#include "app/cli/commands/judge_picture.h"
#include <filesystem>
#include <map>

namespace patchlight
{

/// FILE.jsonl: first what was asked (model, methods, steps, …), then a line per picture with its curves. A line that
/// was cut short by the end of the program does not count.
class EvaluationJournal
{
public:
    /// A new file, or with `resume` the one that is there, if it answers the same question.
    /// Errors: WriteFailed; InvalidOption (resumed with another model, methods or steps), Malformed.
    static Result<EvaluationJournal> open(const MethodTest& test, const ModelInfo& model);

    /// Null where the picture is not known yet.
    const JudgedPicture* known(const std::string& name) const;
    /// Errors: WriteFailed.
    Result<void> append(const JudgedPicture& picture);

private:
    std::filesystem::path m_file; ///< empty: nothing is kept
    std::map<std::string, JudgedPicture> m_known;
};

}
