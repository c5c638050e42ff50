namespace BitbucketPS.Cmdlets;

/// <summary>A condition on a name that the service can check, wholly or as far as it knows wildcards.</summary>
internal sealed class NameCondition
{
    private readonly string _name;
    private readonly NamePattern? _pattern;

    /// <summary>Takes a name as it is.</summary>
    public NameCondition(string name)
    {
        _name = name;
    }

    private NameCondition(string name, NamePattern pattern)
    {
        (_name, _pattern) = (name, pattern.HasWildcards ? pattern : null);
    }

    /// <summary>True if the service checks all of it.</summary>
    public bool IsServers => _pattern is null or { IsEverything: true };

    /// <summary>Takes what a person says, wildcards included; null for nothing.</summary>
    /// <exception cref="BitbucketException">The wildcards are broken.</exception>
    public static NameCondition? Of(string? text) => text is null ? null : new(text, new NamePattern(text));

    /// <summary>The condition in Bitbucket's query language; null where there is nothing to check.</summary>
    public string? Query(string field) => _pattern is null ? $"{field} = {QueryText.Quote(_name)}" : _pattern.Condition(field);

    /// <summary>True if a name is meant, as far as the service does not know.</summary>
    public bool IsMatch(string? name) => IsServers || _pattern!.IsMatch(name ?? "");

    /// <summary>The name as it was given.</summary>
    public override string ToString() => _name;
}
