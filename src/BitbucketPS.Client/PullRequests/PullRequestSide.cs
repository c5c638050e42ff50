using System.Text.Json.Serialization;

namespace BitbucketPS;

/// <summary>What a pull request is merged from or into. Each part may be gone: the branch, its commits, a whole fork.</summary>
internal sealed record PullRequestSide
{
    public NamedReference? Branch { get; init; }

    public CommitReference? Commit { get; init; }

    public FullNameReference? Repository { get; init; }

    /// <summary>A thing that is told by its name.</summary>
    internal sealed record NamedReference
    {
        public string? Name { get; init; }
    }

    /// <summary>A repository that is told by its full name.</summary>
    internal sealed record FullNameReference
    {
        public string? FullName { get; init; }

        [JsonIgnore]
        public RepositoryId? Id => RepositoryId.TryParse(FullName, out RepositoryId? id) ? id : null;
    }
}
