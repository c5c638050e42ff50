namespace BitbucketPS.Sandbox;

/// <summary>That a branch or a tag moved.</summary>
/// <param name="Repository">The folder of its repository, below that of everything.</param>
/// <param name="Name">Its full name.</param>
/// <param name="Old">Where it was; zeros if it was not there.</param>
/// <param name="New">Where it is now; zeros if it is gone.</param>
internal sealed record RefMove(string Repository, string Name, string Old, string New)
{
    private const char Separator = '\t';

    /// <summary>As a line of a file, its end included.</summary>
    public override string ToString() => string.Join(Separator, Old, New, Name, Repository) + "\n";

    /// <summary>Reads a line without its end; null if it is not whole.</summary>
    public static RefMove? Parse(string line)
        => line.Split(Separator, 4) is [{ Length: 40 } old, { Length: 40 } now, string name, string repository] ? new(repository, name, old, now) : null;
}
