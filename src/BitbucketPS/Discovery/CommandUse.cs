using BitbucketPS.Operations;

namespace BitbucketPS;

/// <summary>That a command may ask for an operation.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="With">The parameter that has it asked for; null where no single one decides.</param>
/// <param name="Without">The parameter that spares it; null where none does.</param>
internal sealed record CommandUse(Operation Operation, string? With = null, string? Without = null)
{
    /// <summary>What a person is told of it.</summary>
    public BitbucketCommandInfo Describe(string command) => new()
    {
        Name = command,
        Operation = Operation.Name,
        Method = Operation.Method.Method,
        Path = Operation.PathTemplate,
        Scopes = Operation.Scopes,
        ApiTokenScopes = Operation.GranularScopes,
        With = With,
        Without = Without,
    };
}
