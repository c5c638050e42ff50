using System.Management.Automation.Language;

namespace BitbucketPS;

/// <summary>An alias that a script sets.</summary>
/// <param name="Name">What it is called; null if that is found out when the script runs.</param>
/// <param name="Value">The command that it stands for; null if that is found out when the script runs.</param>
internal sealed record ScriptAlias(string? Name, string? Value)
{
    private static readonly string[] s_commands = ["Set-Alias", "New-Alias", "sal", "nal"];

    private static readonly string[] s_switches = ["PassThru", "Force", "WhatIf", "Confirm", "Verbose", "Debug"];

    private static readonly string[] s_parameters =
    [
        .. s_switches,
        "Name", "Value", "Description", "Option", "Scope",
        "ErrorAction", "WarningAction", "InformationAction", "ProgressAction",
        "ErrorVariable", "WarningVariable", "InformationVariable", "OutVariable", "OutBuffer", "PipelineVariable",
    ];

    /// <summary>The alias that a call sets; null if it sets none.</summary>
    public static ScriptAlias? Read(CommandAst call)
    {
        string? command = call.GetCommandName()?.Split('\\')[^1];
        if (!s_commands.Contains(command, StringComparer.OrdinalIgnoreCase))
        {
            return null;
        }

        (Dictionary<string, Ast> named, Queue<Ast> others) = Arguments(call);
        Ast? name = named.GetValueOrDefault(nameof(Name)) ?? Next(others);
        Ast? value = named.GetValueOrDefault(nameof(Value)) ?? Next(others);
        return new(Text(name), Text(value));
    }

    // The engine binds only commands that it finds, and not every host has these.
    private static (Dictionary<string, Ast> Named, Queue<Ast> Others) Arguments(CommandAst call)
    {
        Dictionary<string, Ast> named = new(StringComparer.OrdinalIgnoreCase);
        Queue<Ast> others = new();
        string? waiting = null;
        foreach (CommandElementAst element in call.CommandElements.Skip(1))
        {
            if (element is CommandParameterAst parameter)
            {
                string? full = FullName(parameter.ParameterName);
                waiting = parameter.Argument is null && !s_switches.Contains(full, StringComparer.Ordinal) ? full : null;
                if (parameter.Argument is not null && full is not null)
                {
                    named[full] = parameter.Argument;
                }
            }
            else if (waiting is not null)
            {
                named[waiting] = element;
                waiting = null;
            }
            else
            {
                others.Enqueue(element);
            }
        }

        return (named, others);
    }

    private static string? FullName(string prefix)
    {
        string[] meant = [.. s_parameters.Where(name => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))];
        return meant.Length == 1 ? meant[0] : meant.FirstOrDefault(name => name.Equals(prefix, StringComparison.OrdinalIgnoreCase));
    }

    private static Ast? Next(Queue<Ast> others) => others.TryDequeue(out Ast? argument) ? argument : null;

    private static string? Text(Ast? argument) => (argument as StringConstantExpressionAst)?.Value;
}
