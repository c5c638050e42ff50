using System.Text.Json.Serialization;

namespace BitbucketPS;

/// <summary>A commit, as far as a branch or a tag tells about it.</summary>
public sealed record CommitSummary
{
    /// <summary>Its hash; 40 hexadecimal digits.</summary>
    public string Hash { get; init => field = value ?? ""; } = "";

    /// <summary>When it was committed.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>Its whole message.</summary>
    public string? Message { get; init; }

    /// <summary>Who wrote it.</summary>
    public CommitAuthor? Author { get; init; }

    /// <summary>Its hash, cut to the seven digits that git shows.</summary>
    [JsonIgnore]
    public string ShortHash => Hash.Length > 7 ? Hash[..7] : Hash;

    /// <summary>The first line of its message.</summary>
    [JsonIgnore]
    public string? Summary => Message?.Split('\n', 2)[0].TrimEnd();

    /// <summary>Its hash.</summary>
    public override string ToString() => Hash;
}
