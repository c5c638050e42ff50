using System.Globalization;

namespace BitbucketPS.Sandbox;

/// <summary>What must not be done with some branches of a repository, whose UUID owns this.</summary>
/// <param name="Number">What the API calls its id.</param>
/// <param name="Kind">What is restricted, such as <c>push</c>.</param>
internal sealed record BranchRestriction(int Number, string Kind) : IEntity
{
    public const string Glob = "glob";
    public const string Model = "branching_model";

    /// <summary><see cref="Glob"/> or <see cref="Model"/>.</summary>
    public string MatchKind { get; init; } = Glob;

    /// <summary>The names of the branches, <c>*</c> being any text; empty if the branching model says which.</summary>
    public string Pattern { get; init; } = "";

    /// <summary>Which branches of the branching model; null for a pattern.</summary>
    public string? BranchType { get; init; }

    /// <summary>How many, for kinds that count something.</summary>
    public int? Value { get; init; }

    /// <summary>The UUIDs of accounts who may do it all the same.</summary>
    public IReadOnlyList<string> Users { get; init; } = [];

    /// <summary>The slugs of groups who may do it all the same.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <inheritdoc/>
    public string Id => Number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether it says the same about the same branches.</summary>
    public bool Repeats(BranchRestriction other)
        => string.Equals(Kind, other.Kind, StringComparison.Ordinal)
            && string.Equals(MatchKind, other.MatchKind, StringComparison.Ordinal)
            && string.Equals(Pattern, other.Pattern, StringComparison.Ordinal)
            && string.Equals(BranchType, other.BranchType, StringComparison.Ordinal);
}
