namespace BitbucketPS;

/// <summary>The body of a request that opens or changes a pull request; what is null is not sent.</summary>
internal sealed record PullRequestBody
{
    public string? Title { get; init; }

    public string? Description { get; init; }

    public PullRequestSide? Source { get; init; }

    public PullRequestSide? Destination { get; init; }

    public IReadOnlyList<ReviewerReference>? Reviewers { get; init; }

    public bool? CloseSourceBranch { get; init; }

    public bool? Draft { get; init; }

    /// <summary>The body for a new pull request.</summary>
    public static PullRequestBody Of(PullRequestDraft draft) => new()
    {
        Title = draft.Title,
        Description = draft.Description,
        Source = Side(draft.SourceBranch) with
        {
            Repository = draft.SourceRepository is { } repository ? new() { FullName = repository.ToString() } : null,
        },
        Destination = draft.DestinationBranch is { } destination ? Side(destination) : null,
        Reviewers = draft.Reviewers.Count == 0 ? null : Accounts(draft.Reviewers),
        CloseSourceBranch = draft.CloseSourceBranch ? true : null,
        Draft = draft.IsDraft ? true : null,
    };

    /// <summary>The body for a change. It names all reviewers, and the title: what is not named, the service may take for nothing.</summary>
    public static PullRequestBody Of(PullRequestUpdate update, string? title, IEnumerable<string> reviewers) => new()
    {
        Title = update.Title ?? title,
        Description = update.Description,
        Destination = update.DestinationBranch is { } destination ? Side(destination) : null,
        Reviewers = Accounts(reviewers),
        CloseSourceBranch = update.CloseSourceBranch,
        Draft = update.IsDraft,
    };

    private static PullRequestSide Side(string branch) => new() { Branch = new() { Name = branch } };

    private static ReviewerReference[] Accounts(IEnumerable<string> uuids) => [.. uuids.Select(uuid => new ReviewerReference(uuid))];

    /// <summary>Somebody who is to review.</summary>
    /// <param name="Uuid">The account's UUID.</param>
    internal sealed record ReviewerReference(string Uuid);
}
