namespace BitbucketPS.Benchmarks.Trials;

/// <summary>A table that can go into docs/performance.md as it is.</summary>
internal static class MarkdownTable
{
    /// <summary>Prints it.</summary>
    public static void Print(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        Console.WriteLine();
        Print(head);
        Print([.. head.Select(_ => "---")]);
        foreach (IReadOnlyList<string> row in rows)
        {
            Print(row);
        }
    }

    private static void Print(IReadOnlyList<string> cells) => Console.WriteLine($"| {string.Join(" | ", cells)} |");
}
