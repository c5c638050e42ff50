using BitbucketPS.Http;
using BitbucketPS.Operations;

namespace BitbucketPS;

/// <summary>Says how a list of commits is asked for: of the four operations that list them, each has its use.</summary>
internal sealed class CommitListRequest
{
    // Servers and proxies take addresses of some 8,000 characters; names that take more than this go into the body.
    private const int LongestNames = 2_000;

    private readonly RepositoryId _repository;
    private readonly CommitQuery _query;
    private readonly KeyValuePair<string, string>[] _names;
    private readonly bool _isOfRevision;

    public CommitListRequest(RepositoryId repository, CommitQuery query)
    {
        _repository = repository;
        _query = query;

        // A name with a slash is not found in the path; in the query it is a name like any other.
        _isOfRevision = query.Revision is { } revision && !revision.Contains('/', StringComparison.Ordinal);
        IEnumerable<string> include = query.Revision is { } name && !_isOfRevision ? query.Include.Prepend(name) : query.Include;
        _names =
        [
            .. include.Select(value => KeyValuePair.Create("include", value)),
            .. query.Exclude.Select(value => KeyValuePair.Create("exclude", value)),
        ];
    }

    /// <summary>The names as a form, made anew for each page; null where they are in the query.</summary>
    public Func<HttpContent>? Form => IsLong ? () => new FormUrlEncodedContent(_names) : null;

    /// <summary>The operation with its path and query.</summary>
    public OperationCall Call => new(Operation, Path) { Query = Query() };

    private bool IsLong => _names.Sum(pair => Uri.EscapeDataString(pair.Value).Length) > LongestNames;

    private string[] Path => _isOfRevision
        ? [_repository.Workspace, _repository.Slug, _query.Revision!]
        : [_repository.Workspace, _repository.Slug];

    private Operation Operation => (_isOfRevision, IsLong) switch
    {
        (false, false) => CommitOperations.ListCommits,
        (false, true) => CommitOperations.QueryCommits,
        (true, false) => CommitOperations.ListCommitsOfRevision,
        (true, true) => CommitOperations.QueryCommitsOfRevision,
    };

    private QueryString Query()
    {
        string path = SourcePath.Clean(_query.Path ?? "");
        QueryString text = new QueryString().Add("path", path.Length == 0 ? null : path);
        return IsLong ? text : _names.Aggregate(text, (all, pair) => all.Add(pair.Key, pair.Value));
    }
}
