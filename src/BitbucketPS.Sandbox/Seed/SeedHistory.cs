namespace BitbucketPS.Sandbox;

/// <summary>
/// The commits of a demo repository: a year of work by several people. Nothing is random and no clock
/// is read, so hashes are the same on every machine.
/// </summary>
internal sealed class SeedHistory
{
    public const string MainBranch = "main";

    private static readonly DateTimeOffset s_lastDay = new(2026, 10, 30, 16, 20, 0, TimeSpan.Zero);

    private static readonly string[] s_subjects =
    [
        "Explain how to build", "Make the first page load faster", "Fix the date shown in March",
        "Let the tests run in parallel", "Name the error when the order is empty", "Drop what nobody uses",
        "Read the time zone from the profile", "Keep the cursor where it was",
    ];

    private readonly FastImportWriter _writer = new();
    private readonly List<(int Mark, DateTimeOffset Date)> _main = [];
    private readonly SeedRepository _seed;

    public SeedHistory(SeedRepository seed)
    {
        _seed = seed;
    }

    /// <summary>The first day of a repository's history.</summary>
    public static DateTimeOffset FirstDay { get; } = s_lastDay.AddDays(-364);

    /// <summary>The last day of a repository's history.</summary>
    public static DateTimeOffset LastDay => s_lastDay;

    /// <summary>The whole history, for <c>git fast-import</c>.</summary>
    public byte[] Write()
    {
        for (int i = 0; i < _seed.CommitCount; i++)
        {
            WriteMainCommit(i);
        }

        for (int i = 0; i < _seed.Branches.Count; i++)
        {
            WriteBranch(i);
        }

        return _writer.ToBytes();
    }

    private void WriteMainCommit(int index)
    {
        DateTimeOffset date = FirstDay + ((s_lastDay - FirstDay) * index / Math.Max(1, _seed.CommitCount - 1));
        string message = $"{s_subjects[index % s_subjects.Length]}\n\nPart {index + 1} of {_seed.CommitCount}.\n";
        int[] parents = index == 0 ? [] : [_main[index - 1].Mark];
        if (index == 10)
        {
            // One merge, since a commit with two parents is what clients forget.
            int topic = Commit("topic-merged", index + 1, date.AddHours(-5), "Try another layout\n", _main[8].Mark);
            parents = [.. parents, topic];
            message = "Merged in topic-merged (pull request #1)\n";
        }

        _main.Add((Commit(MainBranch, index, date, message, parents), date));
    }

    private void WriteBranch(int index)
    {
        string name = _seed.Branches[index];
        (int start, DateTimeOffset date) = _main[(index * 7) % _seed.CommitCount];
        Commit(name, index + 1, date.AddMinutes(30 + ((index * 61) % 480)), $"Start {name}\n", start);
    }

    private string FileOf(string branch, int turn) => _seed.Additions.TryGetValue(branch, out string? added) ? added : _seed.Files[turn % _seed.Files.Count];

    private int Commit(string branch, int turn, DateTimeOffset date, string message, params int[] parents)
    {
        IReadOnlyList<Account> people = _seed.Authors;
        string content = $"{_seed.Name}\n\n{message}Written by turn {turn}.\n";
        string file = FileOf(branch, turn);
        return _writer.WriteCommit(
            branch, people[turn % people.Count], date, message, file, file is PipelineFile.Name ? SeedPipelines.ContentOf(content) : content, parents);
    }
}
