using System.Globalization;

namespace BitbucketPS;

/// <summary>A call of a command of this module, in a script.</summary>
public sealed record ScriptCommand
{
    /// <summary>The line that it begins on.</summary>
    public int Line { get; init; }

    /// <summary>The command, whatever the script calls it by.</summary>
    public required string Name { get; init; }

    /// <summary>The operations that this call may ask for.</summary>
    public IReadOnlyList<string> Operations { get; init; } = [];

    /// <summary>The least scopes for an OAuth consumer or an access token.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>The scopes for an API token.</summary>
    public IReadOnlyList<string> ApiTokenScopes { get; init; } = [];

    /// <summary>The line and the command.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"line {Line}: {Name}");
}
