namespace BitbucketPS;

/// <summary>The body that makes a branch or a tag.</summary>
internal sealed record CreateRefBody(string Name, CreateRefBody.TargetBody Target)
{
    /// <summary>What is said about a tag; branches have none.</summary>
    public string? Message { get; init; }

    /// <summary>What it points to: a commit hash, or the name of a branch.</summary>
    internal sealed record TargetBody(string Hash);
}
