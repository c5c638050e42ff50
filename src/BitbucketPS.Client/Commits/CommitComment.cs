using System.Text.Json.Serialization;
using BitbucketPS.Json;

namespace BitbucketPS;

/// <summary>A comment on a commit.</summary>
public sealed record CommitComment
{
    /// <summary>Its number in the repository.</summary>
    public long Id { get; init; }

    /// <summary>The repository of the commit.</summary>
    [JsonIgnore]
    public RepositoryId? Repository { get; init; }

    /// <summary>The hash of the commit.</summary>
    [JsonConverter(typeof(HashConverter))]
    public string Commit { get; init => field = value ?? ""; } = "";

    /// <summary>What it says; null or empty once it is deleted.</summary>
    public RenderedText? Content { get; init; }

    /// <summary>Who wrote it; null if the account is gone.</summary>
    public Account? User { get; init; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset? CreatedOn { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? UpdatedOn { get; init; }

    /// <summary>The place in a file that it is about; null if it is about the whole commit.</summary>
    public InlineAnchor? Inline { get; init; }

    /// <summary>The number of the comment that it answers; null if it begins a thread.</summary>
    [JsonIgnore]
    public long? ParentId => Parent?.Id;

    /// <summary>True once it is deleted; it stays in its place as long as others answer it.</summary>
    [JsonPropertyName("deleted")]
    public bool IsDeleted { get; init; }

    /// <summary>Where it is found.</summary>
    public Links? Links { get; init; }

    /// <summary>The comment that it answers, as the service names it.</summary>
    [JsonInclude]
    internal IdReference? Parent { get; init; }

    /// <summary>What it says.</summary>
    public override string ToString() => Content?.Raw ?? "";
}
