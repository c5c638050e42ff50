namespace BitbucketPS;

/// <summary>The least scopes that a credential needs for a script to run.</summary>
public sealed record ScriptScopes
{
    /// <summary>The script's file; empty for a script block.</summary>
    public string Path { get; init; } = "";

    /// <summary>The least scopes for an OAuth consumer or an access token; those that others of them include are left out.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>The least scopes for an API token, where none includes another.</summary>
    public IReadOnlyList<string> ApiTokenScopes { get; init; } = [];

    /// <summary>The commands of this module that the script calls, in their order.</summary>
    public IReadOnlyList<ScriptCommand> Commands { get; init; } = [];

    /// <summary>What may need more, and cannot be judged by reading the script.</summary>
    public IReadOnlyList<UnjudgedCommand> Unjudged { get; init; } = [];

    /// <summary>The least scopes.</summary>
    public override string ToString() => string.Join(' ', Scopes);
}
