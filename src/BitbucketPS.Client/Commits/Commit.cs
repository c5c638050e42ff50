using System.Text.Json.Serialization;

namespace BitbucketPS;

/// <summary>A commit.</summary>
public sealed record Commit
{
    /// <summary>Its hash; 40 hexadecimal digits.</summary>
    public string Hash { get; init => field = value ?? ""; } = "";

    /// <summary>The repository it was asked for in.</summary>
    [JsonIgnore]
    public RepositoryId? Repository { get; init; }

    /// <summary>When it was committed.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>Who wrote it.</summary>
    public CommitAuthor? Author { get; init; }

    /// <summary>Who committed it, where the service says so.</summary>
    public CommitAuthor? Committer { get; init; }

    /// <summary>Its whole message.</summary>
    public string? Message { get; init; }

    /// <summary>The commits it follows: none for the first one, two or more for a merge.</summary>
    public IReadOnlyList<CommitReference> Parents { get; init => field = value ?? []; } = [];

    /// <summary>Who approved it; the service tells that of a commit by itself, and not in lists.</summary>
    public IReadOnlyList<Participant> Participants { get; init => field = value ?? []; } = [];

    /// <summary>Where it is found.</summary>
    public Links? Links { get; init; }

    /// <summary>Its hash, cut to the seven digits that git shows.</summary>
    [JsonIgnore]
    public string ShortHash => Hash.Length > 7 ? Hash[..7] : Hash;

    /// <summary>The first line of its message.</summary>
    [JsonIgnore]
    public string? Summary => Message?.Split('\n', 2)[0].TrimEnd();

    /// <summary>Its hash.</summary>
    public override string ToString() => Hash;
}
