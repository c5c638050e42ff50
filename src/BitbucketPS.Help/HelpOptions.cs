namespace BitbucketPS.Help;

/// <summary>What the command line asks for.</summary>
/// <param name="AssemblyPath">The assembly of the cmdlets; its XML documentation lies beside it.</param>
/// <param name="ModuleDirectory">The folder of the module's DLL, under which help goes by language.</param>
/// <param name="DocsDirectory">The folder of the markdown.</param>
/// <param name="Check">Whether to write nothing, and only name what would change.</param>
internal sealed record HelpOptions(string AssemblyPath, string ModuleDirectory, string DocsDirectory, bool Check)
{
    private const string CheckSwitch = "--check";

    /// <summary>Reads the command line; null if it makes no sense.</summary>
    public static HelpOptions? TryParse(string[] arguments)
    {
        List<string> paths = [.. arguments.Where(argument => argument is not CheckSwitch)];
        bool check = paths.Count < arguments.Length;
        return paths is [string assembly, string module, string docs]
            ? new(Path.GetFullPath(assembly), Path.GetFullPath(module), Path.GetFullPath(docs), check)
            : null;
    }
}
