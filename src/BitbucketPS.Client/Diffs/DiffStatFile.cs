namespace BitbucketPS;

/// <summary>A file on one side of a comparison.</summary>
internal sealed record DiffStatFile
{
    /// <summary>Its path from the root of the repository.</summary>
    public string Path { get; init => field = value ?? ""; } = "";

    /// <summary>Where it is found.</summary>
    public Links? Links { get; init; }

    /// <summary>Its path.</summary>
    public override string ToString() => Path;

    // Nothing else in the answer says which commit the file is from.
    internal string? Commit()
    {
        string[] parts = Links?.Self?.Split("/src/", 2) ?? [];
        string hash = parts.Length == 2 ? parts[1].Split('/')[0] : "";
        return hash.Length > 0 && hash.All(char.IsAsciiHexDigit) ? hash : null;
    }
}
