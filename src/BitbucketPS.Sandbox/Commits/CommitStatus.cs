namespace BitbucketPS.Sandbox;

/// <summary>What a build says about a commit, which owns this.</summary>
/// <param name="Key">What tells builds apart.</param>
/// <param name="CommitHash">The full hash.</param>
internal sealed record CommitStatus(string Key, string CommitHash) : IEntity
{
    /// <summary><c>INPROGRESS</c>, <c>SUCCESSFUL</c>, <c>FAILED</c> or <c>STOPPED</c>.</summary>
    public required string State { get; init; }

    public string? Name { get; init; }

    public string? Description { get; init; }

    public required string Url { get; init; }

    /// <summary>The branch or tag that was built.</summary>
    public string? RefName { get; init; }

    public required DateTimeOffset CreatedOn { get; init; }

    public required DateTimeOffset UpdatedOn { get; init; }

    /// <inheritdoc/>
    public string Id => Key;
}
