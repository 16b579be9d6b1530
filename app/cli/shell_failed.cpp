// app/cli/shell_failed.cpp: apart from shell.cpp, since it needs no engine.
#include "app/cli/shell.h"

namespace patchlight
{

Status Shell::failed(const Error& error)
{
    console.error(error.code == ErrorCode::Cancelled ? Error{error.code, "interrupted"} : error);
    return kFailed;
}

Status Shell::failed(const Error& error, const std::string& about)
{
    const bool named = error.code == ErrorCode::WriteFailed || error.code == ErrorCode::Cancelled
        || oneLine(error.message).find(oneLine(about)) != std::string::npos;
    return failed(named ? error : Error{error.code, about + ": " + error.message});
}

}
