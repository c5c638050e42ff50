using System.Text.Json.Serialization;

namespace BitbucketPS.Sandbox;

/// <summary>
/// Something the sandbox remembers. Implementations are records that never change and that JSON can carry: a change puts a new
/// record in the place of the old one.
/// </summary>
internal interface IEntity
{
    /// <summary>What it is found by among its kind and owner; upper and lower case are the same.</summary>
    [JsonIgnore]
    string Id { get; }
}
