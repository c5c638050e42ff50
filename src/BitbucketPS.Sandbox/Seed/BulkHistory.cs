using System.Globalization;

namespace BitbucketPS.Sandbox;

/// <summary>The commits of one of many repositories, for <c>git fast-import</c>, and which of them means what.</summary>
internal sealed class BulkHistory
{
    private static readonly string[] s_files = ["README.md", "src/main.py", "src/model.py", "tests/test_main.py", "docs/index.md"];

    private readonly FastImportWriter _writer = new();
    private readonly List<int> _main = [];
    private readonly BulkRepository _seed;

    public BulkHistory(BulkRepository seed)
    {
        _seed = seed;
        Commit("Begin\n");
        for (int i = 0; i < seed.Merged; i++)
        {
            Merge(i);
        }

        Commit("Prepare the next release\n");
        for (int i = 0; i < seed.Branches; i++)
        {
            Branch(i);
        }
    }

    /// <summary>Source, destination and result of each merge, oldest first, as marks.</summary>
    public List<(int Source, int Destination, int Result)> Merges { get; } = [];

    /// <summary>The heads of the branches beside <c>main</c>, as marks.</summary>
    public List<int> Heads { get; } = [];

    /// <summary>The head of <c>main</c>, as a mark.</summary>
    public int Main => _main[^1];

    /// <summary>When a pull request was merged, by its place among the merges.</summary>
    public static DateTimeOffset MergedOn(int index) => SeedHistory.FirstDay.AddHours(30 + (index * 13));

    /// <summary>All of it. Every commit is written to one branch: a file for each of many branches would take long.</summary>
    public byte[] Write() => _writer.ToBytes(SeedHistory.MainBranch, Main);

    private static string Numbered(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private void Commit(string message)
        => _main.Add(Write(_main.Count, SeedHistory.FirstDay.AddHours(_main.Count), message, _main.Count == 0 ? [] : [Main]));

    private void Merge(int index)
    {
        DateTimeOffset date = MergedOn(index);
        int destination = Main;
        int source = Write(index + 3, date.AddHours(-4), Numbered($"Change {index + 1}\n"), destination);
        _main.Add(Write(index + 4, date, Numbered($"Merged in done/{index + 1} (pull request #{index + 1})\n"), destination, source));
        Merges.Add((source, destination, Main));
    }

    private void Branch(int index)
    {
        int start = _main[(index * 7) % _main.Count];
        DateTimeOffset date = SeedHistory.LastDay.AddHours(-1 - ((index * 31) % 8000));
        Heads.Add(Write(index, date, $"Start {BulkRepository.BranchName(index)}\n", start));
    }

    private int Write(int turn, DateTimeOffset date, string message, params int[] parents)
    {
        string content = Numbered($"{_seed.Name}\n\n{message}Turn {turn}.\n");
        return _writer.WriteCommit(SeedHistory.MainBranch, _seed.Person(turn), date, message, s_files[turn % s_files.Length], content, parents);
    }
}
