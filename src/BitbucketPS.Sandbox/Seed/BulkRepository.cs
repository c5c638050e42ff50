using System.Globalization;

namespace BitbucketPS.Sandbox;

/// <summary>One of many repositories: which branches and pull requests it gets.</summary>
/// <param name="Number">From 1 on.</param>
/// <param name="Branches">Beside <c>main</c>.</param>
/// <param name="PullRequests">How many pull requests it has had.</param>
/// <param name="People">Who works on it.</param>
internal sealed record BulkRepository(int Number, int Branches, int PullRequests, IReadOnlyList<Account> People)
{
    private static readonly string[] s_nouns = ["billing", "search", "mail", "catalogue", "orders", "reports", "gateway", "identity", "stock", "pricing", "maps"];

    private static readonly string[] s_kinds = ["feature", "bugfix", "hotfix", "release", "chore"];

    public string Slug => string.Create(CultureInfo.InvariantCulture, $"{s_nouns[Number % s_nouns.Length]}-{Number:0000}");

    public string Name => string.Create(CultureInfo.InvariantCulture, $"{char.ToUpperInvariant(Slug[0])}{Slug[1..^5]} {Number:0000}");

    public string Folder => $"{SeedCatalogue.Demo.Slug}/{Slug}.git";

    /// <summary>How many of its pull requests were merged: half of them, rounded down.</summary>
    public int Merged => PullRequests / 2;

    /// <summary>A branch beside <c>main</c>, from 0 on.</summary>
    public static string BranchName(int index)
        => string.Create(CultureInfo.InvariantCulture, $"{s_kinds[index % s_kinds.Length]}/T-{index + 1:0000}");

    /// <summary>Who did something.</summary>
    public Account Person(int turn) => People[((Number * 7) + turn) % People.Count];

    /// <summary>Divides what there is among the repositories.</summary>
    public static IReadOnlyList<BulkRepository> Divide(SandboxSeed seed, IReadOnlyList<Account> people)
        =>
        [
            .. Enumerable.Range(0, seed.Repositories).Select(index => new BulkRepository(
                index + 1, Share(seed.Branches, seed.Repositories, index) - 1, Share(seed.PullRequests, seed.Repositories, index), people)),
        ];

    private static int Share(int all, int parts, int index) => (all / parts) + (index < all % parts ? 1 : 0);
}
