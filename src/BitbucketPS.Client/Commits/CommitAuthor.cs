namespace BitbucketPS;

/// <summary>The author of a commit.</summary>
public sealed record CommitAuthor
{
    /// <summary>The author as git has it: <c>Name &lt;e-mail&gt;</c>.</summary>
    public string Raw { get; init => field = value ?? ""; } = "";

    /// <summary>The account that git's author belongs to; null if there is none.</summary>
    public Account? User { get; init; }

    /// <summary>The account's name, else git's.</summary>
    public override string ToString()
    {
        int bracket = Raw.IndexOf('<', StringComparison.Ordinal);
        return User?.DisplayName ?? (bracket > 0 ? Raw[..bracket].TrimEnd() : Raw);
    }
}
