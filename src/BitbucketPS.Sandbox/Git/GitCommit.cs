namespace BitbucketPS.Sandbox;

/// <summary>A commit as git stores it.</summary>
/// <param name="Hash">40 hexadecimal digits.</param>
/// <param name="Parents">The hashes of its parents, the first one first.</param>
/// <param name="AuthorName">Who wrote it.</param>
/// <param name="AuthorEmail">Without angle brackets.</param>
/// <param name="Date">When it was committed.</param>
/// <param name="Message">The whole message, with the newline at its end.</param>
internal sealed record GitCommit(
    string Hash,
    IReadOnlyList<string> Parents,
    string AuthorName,
    string AuthorEmail,
    DateTimeOffset Date,
    string Message)
{
    /// <summary>Who committed it; the author where nothing else was read.</summary>
    public string CommitterName { get; init; } = AuthorName;

    /// <summary>Without angle brackets.</summary>
    public string CommitterEmail { get; init; } = AuthorEmail;

    /// <summary>Who wrote it, when it was committed.</summary>
    public GitIdentity Author => new(AuthorName, AuthorEmail, Date);
}
