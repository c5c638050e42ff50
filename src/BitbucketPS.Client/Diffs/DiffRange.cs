namespace BitbucketPS;

/// <summary>What is compared: a commit with its parent, or two commits.</summary>
/// <remarks>The service writes two commits the other way round than git does, the newer first; here they have names instead.</remarks>
public sealed record DiffRange
{
    private DiffRange(string? from, string to)
    {
        From = from;
        To = to;
    }

    /// <summary>The older side; null for the parent of <see cref="To"/>.</summary>
    public string? From { get; }

    /// <summary>The newer side.</summary>
    public string To { get; }

    /// <summary>What one commit changed.</summary>
    /// <param name="commit">Its hash, or the name of a branch or a tag.</param>
    public static DiffRange OfCommit(string commit)
    {
        ArgumentNullException.ThrowIfNull(commit);
        return new(null, commit);
    }

    /// <summary>What leads from one commit to another.</summary>
    /// <param name="from">The older one: a hash, or the name of a branch or a tag.</param>
    /// <param name="to">The newer one.</param>
    public static DiffRange Between(string from, string to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        return new(from, to);
    }

    /// <summary>As git writes it: <c>from..to</c>, or the commit.</summary>
    public override string ToString() => From is null ? To : $"{From}..{To}";
}
