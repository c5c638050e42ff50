using System.Text.Json.Serialization;

namespace BitbucketPS;

/// <summary>A tag of a repository.</summary>
public sealed record Tag : Ref
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Type => "tag";

    /// <summary>What was written about it; null for a lightweight tag, which is a name and nothing more.</summary>
    public string? Message { get; init; }

    /// <summary>When it was made; null for a lightweight tag.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>Who made it; null for a lightweight tag.</summary>
    public CommitAuthor? Tagger { get; init; }

    /// <summary>The first line of its message, else of that of its commit.</summary>
    [JsonIgnore]
    public string? Summary => Message?.Split('\n', 2)[0].TrimEnd() ?? Target?.Summary;
}
