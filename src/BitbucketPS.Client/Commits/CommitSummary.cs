namespace BitbucketPS;

/// <summary>A commit, as far as a branch or a tag tells about it.</summary>
public sealed record CommitSummary
{
    /// <summary>Its hash; 40 hexadecimal digits.</summary>
    public string Hash { get; init; } = "";

    /// <summary>When it was committed.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>Its whole message.</summary>
    public string? Message { get; init; }

    /// <summary>Who wrote it.</summary>
    public CommitAuthor? Author { get; init; }

    /// <summary>Its hash.</summary>
    public override string ToString() => Hash;
}
