using System.Management.Automation;
using System.Reflection;
using BitbucketPS.Cmdlets;
using BitbucketPS.Operations;

namespace BitbucketPS;

/// <summary>The commands of this module, and what each says that it asks for.</summary>
internal static class CommandIndex
{
    /// <summary>The command that sends any request.</summary>
    public const string Raw = "Invoke-BitbucketRequest";

    private static readonly Lazy<Dictionary<string, Operation>> s_operations = new(()
        => OperationCatalogue.All.ToDictionary(operation => operation.Name, StringComparer.Ordinal));

    private static readonly Lazy<SortedDictionary<string, Type>> s_commands = new(()
        => new(CommandTypes().ToDictionary(NameOf, StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase));

    /// <summary>The names of all commands, sorted.</summary>
    public static IEnumerable<string> Names => s_commands.Value.Keys;

    /// <summary>The name of a command as it is written; null if it is none of this module.</summary>
    public static string? Find(string name) => s_commands.Value.Keys.FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The operations that a command may ask for.</summary>
    public static IEnumerable<CommandUse> UsesOf(string command)
        => s_commands.Value[command].GetCustomAttributes<UsesOperationAttribute>()
            .Select(use => new CommandUse(s_operations.Value[use.Name], use.With, use.Without))
            .OrderBy(use => use.Operation.Name, StringComparer.Ordinal);

    /// <summary>True if a parameter of a command can come from the pipeline.</summary>
    public static bool IsPiped(string command, string parameter)
        => s_commands.Value[command].GetProperty(parameter)?.GetCustomAttributes<ParameterAttribute>()
            .Any(attribute => attribute.ValueFromPipeline || attribute.ValueFromPipelineByPropertyName) == true;

    /// <summary>True if wildcards may stand in a parameter of a command; false if either is not known.</summary>
    public static bool TakesWildcards(string command, string parameter)
        => s_commands.Value.TryGetValue(command, out Type? type)
            && type.GetProperty(parameter)?.IsDefined(typeof(SupportsWildcardsAttribute)) == true;

    private static IEnumerable<Type> CommandTypes()
        => typeof(CommandIndex).Assembly.GetExportedTypes().Where(type => type.IsDefined(typeof(CmdletAttribute), inherit: false));

    private static string NameOf(Type type)
    {
        CmdletAttribute cmdlet = type.GetCustomAttribute<CmdletAttribute>()!;
        return $"{cmdlet.VerbName}-{cmdlet.NounName}";
    }
}
