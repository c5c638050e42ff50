namespace BitbucketPS.Help;

/// <summary>Writes the list of all cmdlets.</summary>
internal static class MarkdownIndex
{
    /// <summary>The list, by what the cmdlets are about.</summary>
    public static string Write(IReadOnlyList<CommandHelp> commands) => MarkdownPage.Write(
    [
        "# Cmdlets",
        "`Get-Help <name> -Full` shows the same pages in PowerShell.",
        string.Join('\n', ["| Cmdlet | What it does |", "| --- | --- |", .. commands.Select(Row)]),
    ]);

    private static string Row(CommandHelp command)
        => $"| [{command.Name}](cmdlets/{command.Name}.md) | {MarkdownText.Escape(command.Synopsis)} |";
}
