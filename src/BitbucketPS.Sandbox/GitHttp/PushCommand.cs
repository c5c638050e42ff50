namespace BitbucketPS.Sandbox;

/// <summary>What a push wants to do with one ref.</summary>
/// <param name="Old">The hash it expects; zeros for a new ref.</param>
/// <param name="New">The hash it wants; zeros to delete the ref.</param>
/// <param name="Ref">The full name.</param>
internal sealed record PushCommand(string Old, string New, string Ref)
{
    private const string HeadsPrefix = "refs/heads/";

    public bool IsDeletion => New.All(digit => digit is '0');

    /// <summary>Null if it is no branch.</summary>
    public string? BranchName => Ref.StartsWith(HeadsPrefix, StringComparison.Ordinal) ? Ref[HeadsPrefix.Length..] : null;

    /// <summary>Reads <c>old new ref</c>; null if it is something else.</summary>
    public static PushCommand? Parse(string line)
    {
        string[] parts = line.TrimEnd('\n').Split(' ', 3);
        return parts.Length == 3 && IsHash(parts[0]) && IsHash(parts[1]) ? new(parts[0], parts[1], parts[2]) : null;
    }

    private static bool IsHash(string text) => text.Length is 40 or 64 && text.All(char.IsAsciiHexDigit);
}
