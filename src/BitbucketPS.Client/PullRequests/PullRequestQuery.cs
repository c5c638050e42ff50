namespace BitbucketPS;

/// <summary>Which pull requests to list, in which order, and how many.</summary>
public sealed record PullRequestQuery : ListQuery
{
    /// <summary>All states there are.</summary>
    public static IReadOnlyList<string> AllStates { get; } = ["OPEN", "MERGED", "DECLINED", "SUPERSEDED"];

    /// <summary>The states that are wanted, such as <c>OPEN</c>; empty for the open ones alone.</summary>
    public IReadOnlyList<string> States { get; init => field = value ?? []; } = [];

    // Beside a condition the service does not look at the states, or so it was seen: they are part of the condition too.
    internal string? Condition => Filter is null
        ? null
        : QueryText.All(Filter, string.Join(" OR ", (States.Count == 0 ? ["OPEN"] : States).Select(state => $"state = {QueryText.Quote(state)}")));
}
