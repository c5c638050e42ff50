using System.Management.Automation.Language;

namespace BitbucketPS;

/// <summary>Finds out which command of this module a name in a script means.</summary>
/// <param name="script">The script; it may set aliases.</param>
/// <param name="aliasOf">What a name is an alias of, where the script runs; null if it is none.</param>
internal sealed class ScriptNames(Ast script, Func<string, string?> aliasOf)
{
    private readonly Dictionary<string, string> _aliases = AliasesIn(script);

    /// <summary>The command; null if it is none of this module.</summary>
    public string? Find(string name) => FindPlain(WithoutAliases(name));

    /// <summary>The name that an alias stands for, maybe through others, or else the name itself.</summary>
    public string WithoutAliases(string name)
    {
        HashSet<string> passed = new(StringComparer.OrdinalIgnoreCase);
        string last = name;
        while (passed.Add(last) && (_aliases.GetValueOrDefault(last) ?? aliasOf(last)) is { } next)
        {
            last = next;
        }

        return last;
    }

    private static string? FindPlain(string name)
    {
        string plain = name.StartsWith(@"BitbucketPS\", StringComparison.OrdinalIgnoreCase) ? name[(name.IndexOf('\\', StringComparison.Ordinal) + 1)..] : name;

        // The engine puts Get- before a name that it does not know.
        return CommandIndex.Find(plain) ?? CommandIndex.Find($"Get-{plain}");
    }

    private static Dictionary<string, string> AliasesIn(Ast script)
    {
        Dictionary<string, string> aliases = new(StringComparer.OrdinalIgnoreCase);
        foreach (CommandAst call in script.FindAll(ast => ast is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>())
        {
            if (ScriptAlias.Read(call) is { Name: { } name, Value: { } value })
            {
                aliases[name] = value;
            }
        }

        return aliases;
    }
}
