namespace BitbucketPS.Sandbox;

/// <summary>Levels in Bitbucket's words.</summary>
internal static class AccessLevels
{
    public static string ToText(this AccessLevel level) => level switch
    {
        AccessLevel.Read => "read",
        AccessLevel.Write => "write",
        AccessLevel.CreateRepository => "create-repo",
        AccessLevel.Admin => "admin",
        _ => "none",
    };

    /// <summary>The level of a word.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static AccessLevel Parse(string text) => Find(text) ?? throw new ArgumentException($"{text} is no permission.", nameof(text));

    /// <summary>The level of a word; null if it is none.</summary>
    public static AccessLevel? Find(string text) => text switch
    {
        "none" => AccessLevel.None,
        "read" => AccessLevel.Read,
        "write" => AccessLevel.Write,
        "create-repo" => AccessLevel.CreateRepository,
        "admin" => AccessLevel.Admin,
        _ => null,
    };
}
