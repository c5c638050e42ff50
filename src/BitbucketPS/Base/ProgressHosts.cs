using System.Management.Automation.Host;

namespace BitbucketPS.Cmdlets;

/// <summary>Knows which hosts have somebody before them who could look at progress.</summary>
internal static class ProgressHosts
{
    // The shortest abbreviation of -NonInteractive that pwsh takes.
    private const int ShortestAbbreviation = 4;

    private static readonly bool s_isNonInteractive = Array.Exists(Environment.GetCommandLineArgs(), IsNonInteractive);

    /// <summary>
    /// True if progress is worth the trouble. The engine does not tell: not of the bare host of a program that embeds it, nor of the
    /// console, which draws progress between the lines of a log. A host without a screen of its own shows nothing in any case.
    /// </summary>
    public static bool Includes(PSHost host) => host.Name switch
    {
        "Default Host" => false,
        "ConsoleHost" => !Console.IsOutputRedirected && !s_isNonInteractive,
        _ => true,
    };

    private static bool IsNonInteractive(string argument)
    {
        string name = argument.TrimStart('-', '/');
        return name.Length >= ShortestAbbreviation
            && name.Length < argument.Length
            && "NonInteractive".StartsWith(name, StringComparison.OrdinalIgnoreCase);
    }
}
