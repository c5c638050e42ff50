using System.Management.Automation;
using System.Reflection;
using System.Text.RegularExpressions;

namespace BitbucketPS.Help;

/// <summary>Reads the help of all cmdlets of an assembly.</summary>
internal static partial class HelpReader
{
    /// <summary>The cmdlets' help, by noun and verb.</summary>
    public static IReadOnlyList<CommandHelp> Read(string assemblyPath)
    {
        // LoadFrom finds the client beside it; the engine is the one that this program refers to.
        Assembly assembly = Assembly.LoadFrom(assemblyPath);
        XmlDocs docs = XmlDocs.Load(Path.GetDirectoryName(assemblyPath)!);
        List<CommandHelp> commands =
        [
            .. assembly.GetExportedTypes()
                .Where(type => !type.IsAbstract && type.IsDefined(typeof(CmdletAttribute), inherit: false))
                .Select(type => new CommandReader(type, docs).Read())
                .OrderBy(command => command.Noun, StringComparer.Ordinal)
                .ThenBy(command => command.Verb, StringComparer.Ordinal),
        ];
        return [.. commands.Select(command => command with { Related = Related(command, commands) })];
    }

    // Of the same noun first, then what the text mentions.
    private static List<string> Related(CommandHelp command, List<CommandHelp> all)
    {
        IEnumerable<string> siblings = all
            .Where(other => string.Equals(other.Noun, command.Noun, StringComparison.Ordinal))
            .Select(other => other.Name);
        HashSet<string> words = [.. Texts(command).SelectMany(text => CommandName().Matches(text)).Select(match => match.Value)];
        IEnumerable<string> mentioned = all.Select(other => other.Name).Where(words.Contains);
        return [.. siblings.Union(mentioned, StringComparer.Ordinal).Except([command.Name], StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Texts(CommandHelp command) =>
    [
        command.Synopsis,
        .. command.Description,
        .. command.Examples.Select(example => $"{example.Title} {example.Remarks} {example.Code}"),
        .. command.Parameters.SelectMany(parameter => parameter.Description),
    ];

    [GeneratedRegex("""\b[A-Z][A-Za-z]+-[A-Z]\w+""", RegexOptions.None, 1000)]
    private static partial Regex CommandName();
}
