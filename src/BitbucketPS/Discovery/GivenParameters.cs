using System.Management.Automation;
using System.Management.Automation.Language;

namespace BitbucketPS;

/// <summary>Which parameters a call in a script gives to a command of this module, as far as the script tells.</summary>
internal sealed class GivenParameters
{
    private readonly string _command;
    private readonly Dictionary<string, ParameterBindingResult>? _bound;
    private readonly bool _isPipedTo;

    /// <summary>Reads a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="command">The command that it calls, whatever name stands there.</param>
    public GivenParameters(CommandAst call, string command)
    {
        _command = command;
        _isPipedTo = call.Parent is PipelineAst pipeline && pipeline.PipelineElements[0] != call;
        _bound = call.CommandElements.Any(element => element is VariableExpressionAst { Splatted: true }) ? null : Bind(call, command);
    }

    /// <summary>False if the call does not tell its parameters.</summary>
    public bool AreKnown => _bound is not null;

    /// <summary>True if a use of an operation cannot be ruled out.</summary>
    public bool Allow(CommandUse use)
        => (use.With is null || MayHave(use.With)) && (use.Without is null || _bound?.ContainsKey(use.Without) != true);

    /// <summary>True if a parameter is given, whatever its value.</summary>
    public bool Has(string parameter) => _bound?.ContainsKey(parameter) == true;

    /// <summary>The value of a parameter that stands in the script as it is; null if it does not.</summary>
    public string? Constant(string parameter) => _bound?.GetValueOrDefault(parameter)?.ConstantValue?.ToString();

    private bool MayHave(string parameter)
        => _bound is null || _bound.ContainsKey(parameter) || (_isPipedTo && CommandIndex.IsPiped(_command, parameter));

    // The engine binds only commands that it finds, and the script may call this one by a name that only the script knows.
    private static Dictionary<string, ParameterBindingResult>? Bind(CommandAst call, string command)
    {
        string arguments = call.Extent.Text[(call.CommandElements[0].Extent.EndOffset - call.Extent.StartOffset)..];
        Ast script = Parser.ParseInput($"BitbucketPS\\{command}{arguments}", out _, out ParseError[] errors);
        if (errors.Length > 0 || script.Find(ast => ast is CommandAst, searchNestedScriptBlocks: false) is not CommandAst plain)
        {
            return null;
        }

        try
        {
            StaticBindingResult result = StaticParameterBinder.BindCommand(plain, resolve: true);
            return result.BindingExceptions.Count > 0 ? null : new(result.BoundParameters, StringComparer.OrdinalIgnoreCase);
        }
        catch (RuntimeException)
        {
            return null;
        }
    }
}
