namespace BitbucketPS;

/// <summary>What is to be changed of a task; what is null stays as it is.</summary>
public sealed record PullRequestTaskUpdate
{
    /// <summary>What is to be done.</summary>
    public string? Content { get; init; }

    /// <summary><c>RESOLVED</c> or <c>UNRESOLVED</c>.</summary>
    public string? State { get; init; }
}
