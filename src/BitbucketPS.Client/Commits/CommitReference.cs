using System.Text.Json.Serialization;

namespace BitbucketPS;

/// <summary>A commit, where it is only named.</summary>
public sealed record CommitReference
{
    /// <summary>Its hash; 40 hexadecimal digits.</summary>
    public string Hash { get; init => field = value ?? ""; } = "";

    /// <summary>Its hash, cut to the seven digits that git shows.</summary>
    [JsonIgnore]
    public string ShortHash => Hash.Length > 7 ? Hash[..7] : Hash;

    /// <summary>Its hash.</summary>
    public override string ToString() => Hash;
}
