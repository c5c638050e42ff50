using System.Globalization;

namespace BitbucketPS.Sandbox;

/// <summary>What a fresh sandbox holds. The same numbers make the same data, down to the hashes of the commits.</summary>
public sealed record SandboxSeed
{
    private const int Most = 1_000_000;

    private SandboxSeed()
    {
    }

    /// <summary>A few repositories of a small team. The default.</summary>
    public static SandboxSeed Demo { get; } = new() { HasDemo = true };

    /// <summary>The people, workspaces and projects of the demo, and no repositories.</summary>
    public static SandboxSeed Empty { get; } = new();

    /// <summary>The demo, and on top 1,000 repositories, 100,000 branches, 20,000 pull requests and 500 users.</summary>
    public static SandboxSeed Large { get; } = Demo with { Repositories = 1000, Branches = 100_000, PullRequests = 20_000, Users = 500 };

    /// <summary>Whether the repositories of the demo are there.</summary>
    public bool HasDemo { get; private init; }

    /// <summary>How many repositories there are on top.</summary>
    public int Repositories { get; private init; }

    /// <summary>How many branches those have together, <c>main</c> of each included.</summary>
    public int Branches { get; private init; }

    /// <summary>How many pull requests those have together.</summary>
    public int PullRequests { get; private init; }

    /// <summary>How many people there are on top.</summary>
    public int Users { get; private init; }

    /// <summary>Reads <c>demo</c>, <c>empty</c>, <c>size=large</c>, or numbers such as <c>repositories=200,branches=5000,pullrequests=300,users=50</c>.</summary>
    /// <param name="text">One of these.</param>
    /// <exception cref="FormatException">It is none of these; the message says why.</exception>
    public static SandboxSeed Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        SandboxSeed seed = text switch
        {
            "demo" or "size=demo" => Demo,
            "empty" or "size=empty" => Empty,
            "large" or "size=large" => Large,
            _ => text.Split(',').Aggregate(Demo, (seed, part) => seed.With(part)),
        };
        return seed.WithDefaults();
    }

    private SandboxSeed With(string part)
    {
        string[] pair = part.Split('=', 2);
        int Number() => pair.Length == 2 && int.TryParse(pair[1], NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= Most
            ? number
            : throw new FormatException($"--seed {pair[0]} takes a number up to {Most.ToString(CultureInfo.InvariantCulture)}.");
        return pair[0] switch
        {
            "repositories" => this with { Repositories = Number() },
            "branches" => this with { Branches = Number() },
            "pullrequests" => this with { PullRequests = Number() },
            "users" => this with { Users = Number() },
            _ => throw new FormatException($"--seed takes demo, empty, size=large, or repositories=, branches=, pullrequests= and users= with numbers, not {part}."),
        };
    }

    // Each repository has its main branch, and each pull request a repository.
    private SandboxSeed WithDefaults()
    {
        if (Repositories == 0 && Branches + PullRequests > 0)
        {
            throw new FormatException("--seed with branches or pullrequests needs repositories too.");
        }

        return this with { Branches = Math.Max(Branches, Repositories) };
    }
}
