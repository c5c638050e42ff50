using System.Management.Automation.Language;

namespace BitbucketPS.Shell;

/// <summary>The lines that another program pipes to the shell, for a command that reads $input.</summary>
internal static class StandardInput
{
    /// <summary>
    /// The lines, up to their end; null where the command does not ask for them. To wait for the end of an input that nobody
    /// reads would keep the shell from ever beginning, where the input is a pipe that stays open.
    /// </summary>
    /// <param name="command">The command's text.</param>
    public static IEnumerable<string>? ReadFor(string command) => Console.IsInputRedirected && ReadsInput(command) ? ReadLines() : null;

    private static IEnumerable<string> ReadLines()
    {
        while (Console.In.ReadLine() is string line)
        {
            yield return line;
        }
    }

    private static bool ReadsInput(string command)
        => Parser.ParseInput(command, out _, out _).Find(
            node => node is VariableExpressionAst variable && variable.VariablePath.UserPath.Equals("input", StringComparison.OrdinalIgnoreCase),
            searchNestedScriptBlocks: true) is not null;
}
