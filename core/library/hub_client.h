// core/library/hub_client.h: the hub as its own client speaks to it: what is in a repository, where a file lies, its
// bytes.
#pragma once
#include "core/library/http.h"
#include "core/library/hub_name.h"
#include "core/library/hub_result.h"
#include <vector>

namespace patchlight
{

/// GET {endpoint}/api/models/OWNER/NAME/revision/REV
struct HubRepository {
    std::string commit; ///< 40 hexadecimal digits
    std::vector<std::string> files; ///< only names that are safe to write
    std::string licence, library, task; ///< empty where it is not said
    bool gated = false;
};

/// HEAD {endpoint}/OWNER/NAME/resolve/COMMIT/FILE
struct HubFile {
    std::string name;
    std::string etag; ///< of large files their SHA-256, of small ones git's SHA-1; fit to be a file's name
    std::uint64_t size = 0;
    std::string location; ///< where the bytes are
};

class HubClient
{
public:
    /// `cancel` stops any request and any pause within 0.1 s.
    HubClient(HubAccess access, const CancelToken& cancel);

    const HubAccess& access() const { return m_access; }

    /// Errors: Offline, Unreachable, Interrupted, Gated, NoSuchModel, NoSuchRevision, TooManyRequests, ServerTrouble,
    /// Untrue. Servers in trouble are asked three times.
    HubResult<HubRepository> repository(const HubName& model);
    /// The same, and NoSuchFile.
    HubResult<HubFile> file(const HubName& model, const std::string& commit, const std::string& name);
    /// The bytes from `from` on, one try. `begin` is told where they really start: 0 where the server has no ranges.
    HubResult<void> bytes(const HubName& model, const HubFile& file, std::uint64_t from,
        const std::function<bool(std::uint64_t start)>& begin,
        const std::function<bool(std::span<const std::byte>)>& take);
    /// Names of models that match, at most 20. Errors: as repository.
    HubResult<std::vector<std::string>> search(const std::string& words);

    /// A pause that can be cancelled; false when it was.
    bool pause(std::chrono::milliseconds time) const;

private:
    HubResult<HttpAnswer> asked(const HttpRequest& request, const HttpSink& sink, const HubName& model);
    HubResult<HttpAnswer> askedOnce(HttpRequest request, const HttpSink& sink, const HubName& model);
    HubResult<std::string> text(const std::string& url, const HubName& model);
    HubAccess m_access;
    HttpClient m_http;
};

}
