using System.Management.Automation.Language;
using BitbucketPS.Operations;

namespace BitbucketPS;

/// <summary>Reads a script's syntax tree for what it asks of the API. Nothing of the script runs.</summary>
internal sealed class ScriptReader
{
    private readonly List<ScriptCommand> _commands = [];
    private readonly List<UnjudgedCommand> _unjudged = [];
    private readonly List<Operation> _operations = [];
    private readonly ScriptNames _names;

    private ScriptReader(ScriptNames names)
    {
        _names = names;
    }

    /// <summary>Judges a script.</summary>
    /// <param name="script">Its syntax tree.</param>
    /// <param name="path">Its file; empty if it has none.</param>
    /// <param name="aliasOf">What a name is an alias of; null if it is none.</param>
    public static ScriptScopes Read(Ast script, string path, Func<string, string?> aliasOf)
    {
        ScriptReader reader = new(new(script, aliasOf));
        foreach (Ast ast in script.FindAll(ast => ast is CommandAst or InvokeMemberExpressionAst or UsingStatementAst, searchNestedScriptBlocks: true))
        {
            reader.Judge(ast);
        }

        return new()
        {
            Path = path,
            Scopes = ClassicScopes.Reduce(reader._operations.SelectMany(operation => operation.Scopes)),
            ApiTokenScopes = Granular(reader._operations),
            Commands = reader._commands,
            Unjudged = reader._unjudged,
        };
    }

    private static IReadOnlyList<string> Granular(IEnumerable<Operation> operations)
        => [.. operations.SelectMany(operation => operation.GranularScopes).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private void Judge(Ast ast)
    {
        if (ast is not CommandAst call)
        {
            NoteIf(ast, HiddenScripts.ReasonOf(ast));
        }
        else if (call.GetCommandName() is not { } name)
        {
            JudgeNameless(call);
        }
        else if (ScriptAlias.Read(call) is { } alias)
        {
            JudgeAlias(call, alias);
        }
        else if (_names.Find(name) is { } command)
        {
            JudgeOurs(call, command);
        }
        else
        {
            NoteIf(call, HiddenScripts.ReasonOf(call, _names.WithoutAliases(name)));
        }
    }

    // A block that is called where it stands is read with the rest.
    private void JudgeNameless(CommandAst call)
    {
        if (call.CommandElements[0] is not ScriptBlockExpressionAst)
        {
            Note(call, "which command it is, is found out when it runs");
        }
    }

    // What stands for another command is nobody's concern, whatever it is called.
    private void JudgeAlias(CommandAst call, ScriptAlias alias)
    {
        if (alias.Value is null || (alias.Name is null && _names.Find(alias.Value) is not null))
        {
            Note(call, "which alias it sets, is found out when it runs");
        }
    }

    private void JudgeOurs(CommandAst call, string command)
    {
        GivenParameters given = new(call, command);
        if (command.Equals(CommandIndex.Raw, StringComparison.Ordinal))
        {
            JudgeRaw(call, given);
            return;
        }

        CommandUse[] uses = [.. CommandIndex.UsesOf(command)];
        if (!given.AreKnown && Array.Exists(uses, use => use.With is not null || use.Without is not null))
        {
            Note(call, "its parameters are not known, so that all that it can do was counted");
        }

        Add(call, command, [.. uses.Where(given.Allow).Select(use => use.Operation).Distinct()]);
    }

    private void JudgeRaw(CommandAst call, GivenParameters given)
    {
        RawCall raw = RawCall.Read(given);
        if (raw.Operation is { } operation)
        {
            Add(call, CommandIndex.Raw, [operation]);
        }
        else
        {
            Note(call, raw.Reason);
        }
    }

    private void Add(CommandAst call, string command, IReadOnlyList<Operation> operations)
    {
        _operations.AddRange(operations);
        _commands.Add(new()
        {
            Line = call.Extent.StartLineNumber,
            Name = command,
            Operations = [.. operations.Select(operation => operation.Name)],
            Scopes = ClassicScopes.Reduce(operations.SelectMany(operation => operation.Scopes)),
            ApiTokenScopes = Granular(operations),
        });
    }

    private void NoteIf(Ast ast, string? reason)
    {
        if (reason is not null)
        {
            Note(ast, reason);
        }
    }

    private void Note(Ast ast, string reason)
        => _unjudged.Add(new(ast.Extent.StartLineNumber, ast.Extent.Text.Split('\n')[0].TrimEnd(), reason));
}
