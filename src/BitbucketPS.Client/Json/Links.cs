using System.Text.Json.Serialization;
using BitbucketPS.Json;

namespace BitbucketPS;

/// <summary>Where a thing is found.</summary>
public sealed record Links
{
    /// <summary>Its page on the site.</summary>
    [JsonConverter(typeof(LinkConverter))]
    public string? Html { get; init; }

    /// <summary>Its address in the API.</summary>
    [JsonConverter(typeof(LinkConverter))]
    public string? Self { get; init; }

    /// <summary>Where a repository is cloned from: one link for <c>https</c>, one for <c>ssh</c>.</summary>
    [JsonConverter(typeof(NamedLinksConverter))]
    [JsonPropertyName("clone")]
    public IReadOnlyList<NamedLink>? CloneLinks { get; init; }

    /// <summary>The page on the site.</summary>
    public override string ToString() => Html ?? Self ?? "";
}
