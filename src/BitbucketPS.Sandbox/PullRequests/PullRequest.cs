using System.Globalization;

namespace BitbucketPS.Sandbox;

/// <summary>A pull request. The repository of its destination owns this.</summary>
/// <param name="Number">Its id, counted in the repository.</param>
internal sealed record PullRequest(int Number) : IEntity
{
    public const string Open = "OPEN";
    public const string Merged = "MERGED";
    public const string Declined = "DECLINED";

    public required string Title { get; init; }

    public required string Description { get; init; }

    /// <summary><c>OPEN</c>, <c>MERGED</c>, <c>DECLINED</c> or <c>SUPERSEDED</c>.</summary>
    public string State { get; init; } = Open;

    public required string AuthorUuid { get; init; }

    public required string SourceRepositoryUuid { get; init; }

    public required string SourceBranch { get; init; }

    /// <summary>The full hash of the head of the source when it was last looked at; final once it is closed.</summary>
    public required string SourceHash { get; init; }

    public required string DestinationBranch { get; init; }

    /// <summary>The full hash of the head of the destination when it was closed, before the merge; null while it is open.</summary>
    public string? DestinationHash { get; init; }

    /// <summary>The full hash of what the merge made; null if it is not merged.</summary>
    public string? MergeHash { get; init; }

    public bool ClosesSourceBranch { get; init; }

    public bool IsDraft { get; init; }

    /// <summary>The UUIDs of those who were asked to review it.</summary>
    public IReadOnlyList<string> Reviewers { get; init; } = [];

    /// <summary>Who merged or declined it.</summary>
    public string? ClosedBy { get; init; }

    /// <summary>Why it was declined.</summary>
    public string Reason { get; init; } = "";

    public required DateTimeOffset CreatedOn { get; init; }

    public required DateTimeOffset UpdatedOn { get; init; }

    /// <inheritdoc/>
    public string Id => Number.ToString(CultureInfo.InvariantCulture);

    public bool IsOpen => State is Open;

    /// <summary>What owns everything below a pull request.</summary>
    public string OwnerIn(HostedRepository repository) => $"{repository.Uuid}/pullrequests/{Id}";
}
