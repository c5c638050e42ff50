namespace BitbucketPS.Cmdlets;

/// <summary>
/// Says which operation of the catalogue a cmdlet asks for, so that Find-BitbucketCommand can tell which scopes it needs.
/// </summary>
/// <param name="name">The operation's name in the catalogue, such as <c>nameof(RefOperations.ListBranches)</c>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
internal sealed class UsesOperationAttribute(string name) : Attribute
{
    /// <summary>The operation's name in the catalogue.</summary>
    public string Name { get; } = name;

    /// <summary>The parameter that has it asked for; null where no single one decides.</summary>
    public string? With { get; init; }

    /// <summary>The parameter that spares it; null where none does.</summary>
    public string? Without { get; init; }
}
