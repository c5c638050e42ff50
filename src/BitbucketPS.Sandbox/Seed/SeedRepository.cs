using System.Collections.Frozen;

namespace BitbucketPS.Sandbox;

/// <summary>A repository of the demo data, before it is on disk.</summary>
internal sealed record SeedRepository
{
    public required Workspace Workspace { get; init; }

    public required Project Project { get; init; }

    public required string Slug { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    public required string Language { get; init; }

    public bool IsPrivate { get; init; } = true;

    /// <summary>Who writes its commits, in turn.</summary>
    public required IReadOnlyList<Account> Authors { get; init; }

    /// <summary>The files its commits write, in turn.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>How many commits <c>main</c> has.</summary>
    public required int CommitCount { get; init; }

    /// <summary>The branches beside <c>main</c>.</summary>
    public IReadOnlyList<string> Branches { get; init; } = [];

    /// <summary>The branches that add a file, by that file. The others change one that <c>main</c> has changed since, and conflict with it.</summary>
    public IReadOnlyDictionary<string, string> Additions { get; init; } = FrozenDictionary<string, string>.Empty;
}
