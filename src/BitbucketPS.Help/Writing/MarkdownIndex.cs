namespace BitbucketPS.Help;

/// <summary>Writes the list of all cmdlets.</summary>
internal static class MarkdownIndex
{
    /// <summary>The list, by what the cmdlets are about.</summary>
    public static string Write(IReadOnlyList<CommandHelp> commands)
    {
        IEnumerable<string> rows = commands.Select(command =>
            $"| [{command.Name}](cmdlets/{command.Name}.md) | {MarkdownText.Escape(command.Synopsis)} |");
        return string.Join('\n', rows.Prepend("| --- | --- |").Prepend("| Cmdlet | What it does |").Prepend(Head)) + "\n";
    }

    private const string Head =
        """
        <!-- Made by the build from the comments in the code; change it there. -->

        # Cmdlets

        `Get-Help <name> -Full` shows the same pages in PowerShell.

        """;
}
