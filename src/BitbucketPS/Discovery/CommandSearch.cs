using BitbucketPS.Cmdlets;
using BitbucketPS.Operations;

namespace BitbucketPS;

/// <summary>Finds commands by name, operation and scope.</summary>
internal static class CommandSearch
{
    /// <summary>What is meant by all three.</summary>
    /// <param name="name">The command, in which wildcards may stand.</param>
    /// <param name="operation">The operation as a person writes it; null for any.</param>
    /// <param name="scopes">The scopes that there are; null if they do not matter.</param>
    /// <exception cref="BitbucketException">Something is not known at all.</exception>
    public static IReadOnlyList<BitbucketCommandInfo> Find(string name, string? operation, IReadOnlyList<string>? scopes)
    {
        NamePattern pattern = new(name);
        string[] commands = [.. CommandIndex.Names.Where(pattern.IsMatch)];
        if (commands.Length == 0 && !pattern.HasWildcards)
        {
            throw new BitbucketException(BitbucketErrorKind.NotFound, $"No command of this module is called '{name}'.")
            {
                RecommendedAction = "Look for a part of its name, as in Find-BitbucketCommand *branch*.",
            };
        }

        IEnumerable<BitbucketCommandInfo> found = operation is null
            ? commands.SelectMany(command => Describe(command, isAlone: scopes is null))
            : ByOperation(commands, OperationSearch.Find(operation));
        return scopes is null ? [.. found] : [.. OpenedBy(scopes, found)];
    }

    private static BitbucketCommandInfo[] Describe(string command, bool isAlone)
    {
        BitbucketCommandInfo[] uses = [.. CommandIndex.UsesOf(command).Select(use => use.Describe(command))];
        return uses.Length == 0 && isAlone ? [new() { Name = command }] : uses;
    }

    private static IEnumerable<BitbucketCommandInfo> ByOperation(string[] commands, IReadOnlyList<Operation> operations)
    {
        BitbucketCommandInfo[] found =
        [
            .. commands.SelectMany(command => CommandIndex.UsesOf(command).Where(use => operations.Contains(use.Operation)).Select(use => use.Describe(command))),
        ];
        IEnumerable<Operation> others = operations.Where(operation => !Array.Exists(found, info => info.Operation.Equals(operation.Name, StringComparison.Ordinal)));
        return commands.Contains(CommandIndex.Raw, StringComparer.Ordinal)
            ? found.Concat(others.Select(operation => new CommandUse(operation).Describe(CommandIndex.Raw)))
            : found;
    }

    private static IEnumerable<BitbucketCommandInfo> OpenedBy(IReadOnlyList<string> scopes, IEnumerable<BitbucketCommandInfo> commands)
    {
        if (scopes.FirstOrDefault(scope => !Known().Contains(scope, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            throw new BitbucketException(BitbucketErrorKind.NotFound, $"No operation asks for the scope '{unknown}'.")
            {
                RecommendedAction = "Give scopes as Bitbucket writes them, such as repository:write or write:repository:bitbucket; Tab completes them.",
            };
        }

        IReadOnlySet<string> classic = ClassicScopes.Expand(scopes);
        HashSet<string> granular = new(scopes, StringComparer.OrdinalIgnoreCase);
        return commands.Where(command => IsOpen(command, info => info.Scopes, classic) || IsOpen(command, info => info.ApiTokenScopes, granular));
    }

    // A command that is refused something that it asks for each time does not work, whatever else is open to it.
    private static bool IsOpen(BitbucketCommandInfo command, Func<BitbucketCommandInfo, IReadOnlyList<string>> needed, IReadOnlySet<string> there)
        => needed(command).Count > 0
            && Describe(command.Name, isAlone: false).Where(use => use.With is null).Append(command).All(use => needed(use).All(there.Contains));

    /// <summary>The scopes of both kinds that any operation asks for.</summary>
    public static IEnumerable<string> Known()
        => OperationCatalogue.All
            .SelectMany(operation => operation.Scopes.Concat(operation.GranularScopes))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
}
