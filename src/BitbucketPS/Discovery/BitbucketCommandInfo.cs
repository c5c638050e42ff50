namespace BitbucketPS;

/// <summary>A command, one operation of the API that it may ask for, and the scopes that this takes.</summary>
public sealed record BitbucketCommandInfo
{
    /// <summary>The command, such as <c>Get-BitbucketBranch</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The operation's name, such as <c>ListBranches</c>; empty if the command asks the API for nothing.</summary>
    public string Operation { get; init; } = "";

    /// <summary>The HTTP method of the operation.</summary>
    public string Method { get; init; } = "";

    /// <summary>The path of the operation, with its placeholders in braces.</summary>
    public string Path { get; init; } = "";

    /// <summary>The scopes that an OAuth consumer or an access token needs, all of them.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>The scopes that an API token needs, all of them.</summary>
    public IReadOnlyList<string> ApiTokenScopes { get; init; } = [];

    /// <summary>The parameter with which alone the operation is asked for; null if none decides.</summary>
    public string? With { get; init; }

    /// <summary>The parameter that spares the operation; null if none does.</summary>
    public string? Without { get; init; }

    /// <summary>The command and the operation.</summary>
    public override string ToString() => Operation.Length == 0 ? Name : $"{Name} ({Operation})";
}
