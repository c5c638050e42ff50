using System.Management.Automation.Language;

namespace BitbucketPS;

/// <summary>Knows by what a script has something run that does not stand in it, or only as a text.</summary>
internal static class HiddenScripts
{
    private const string OtherScript = "it is another script, to be looked at by itself";
    private const string OtherModule = "it loads another script, to be looked at by itself";
    private const string TextOfAScript = "it makes a script of a text";

    // Their values name no module.
    private static readonly string[] s_besideModules = ["MinimumVersion", "MaximumVersion", "RequiredVersion", "Version", "Prefix", "ArgumentList", "ErrorAction", "Scope"];

    /// <summary>Why a call of a command that is none of this module cannot be judged; null if it needs not be.</summary>
    /// <param name="call">The call.</param>
    /// <param name="name">The command, without aliases.</param>
    public static string? ReasonOf(CommandAst call, string name) => name.Split('\\', '/')[^1].ToUpperInvariant() switch
    {
        "INVOKE-EXPRESSION" => "it runs a text",
        "PWSH" or "PWSH.EXE" or "POWERSHELL" or "POWERSHELL.EXE" when !call.CommandElements.Any(IsBlock) => "it starts another PowerShell, which may run anything",
        "IMPORT-MODULE" when Arguments(call).Any(IsFileOfModule) => OtherModule,
        "START-JOB" or "START-THREADJOB" or "INVOKE-COMMAND" when call.CommandElements.Any(IsFilePath) => OtherScript,
        "SET-ITEM" or "NEW-ITEM" when call.CommandElements.Any(IsAlias) => "which alias it sets, is found out when it runs",
        { } plain when plain.EndsWith(".PS1", StringComparison.Ordinal) => OtherScript,
        _ => null,
    };

    /// <summary>Why a call of a method, or a using statement, cannot be judged; null if it needs not be.</summary>
    public static string? ReasonOf(Ast ast) => ast switch
    {
        InvokeMemberExpressionAst { Member: StringConstantExpressionAst { Value: { } member } } call when MakesAScript(call, member) => TextOfAScript,
        UsingStatementAst { UsingStatementKind: UsingStatementKind.Module, Name: { } module } when IsFileOfModule(module) => OtherModule,
        _ => null,
    };

    private static bool MakesAScript(InvokeMemberExpressionAst call, string member) => member.ToUpperInvariant() switch
    {
        "CREATE" => call is { Static: true, Expression: TypeExpressionAst { TypeName: { } type } } && type.Name.EndsWith("scriptblock", StringComparison.OrdinalIgnoreCase),
        "INVOKESCRIPT" or "NEWSCRIPTBLOCK" or "ADDSCRIPT" => true,
        _ => false,
    };

    // What follows a parameter that names something else is left out.
    private static IEnumerable<Ast> Arguments(CommandAst call)
        => call.CommandElements.Zip(call.CommandElements.Skip(1))
            .Where(pair => pair.First is not CommandParameterAst { Argument: null } before || !Array.Exists(s_besideModules, name => IsMeant(before, name)))
            .Select(pair => pair.Second is CommandParameterAst { Argument: { } attached } parameter && IsMeant(parameter, "Name") ? attached : pair.Second)
            .Where(ast => ast is not CommandParameterAst);

    private static bool IsMeant(CommandParameterAst parameter, string name) => name.StartsWith(parameter.ParameterName, StringComparison.OrdinalIgnoreCase);

    private static bool IsBlock(Ast element) => element is ScriptBlockExpressionAst;

    private static bool IsFilePath(Ast element) => element is CommandParameterAst { ParameterName.Length: > 1 } parameter && IsMeant(parameter, "FilePath");

    private static bool IsAlias(Ast element) => element is StringConstantExpressionAst { Value: { } text } && text.StartsWith("alias:", StringComparison.OrdinalIgnoreCase);

    // A name alone is that of a module that is installed; a variable may hold anything.
    private static bool IsFileOfModule(Ast element) => element switch
    {
        StringConstantExpressionAst { Value: { } text } => IsFileOfModule(text),
        ExpandableStringExpressionAst { Value: { } text } => IsFileOfModule(text),
        ArrayLiteralAst list => list.Elements.Any(IsFileOfModule),
        VariableExpressionAst or ParenExpressionAst => true,
        _ => false,
    };

    private static bool IsFileOfModule(string text)
        => (text.AsSpan().ContainsAny('/', '\\') || text.EndsWith(".psm1", StringComparison.OrdinalIgnoreCase) || text.EndsWith(".psd1", StringComparison.OrdinalIgnoreCase))
            && !Path.GetFileNameWithoutExtension(text.Split('/', '\\')[^1]).Equals("BitbucketPS", StringComparison.OrdinalIgnoreCase);
}
