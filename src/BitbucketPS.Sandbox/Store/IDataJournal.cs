using System.Collections.Immutable;

namespace BitbucketPS.Sandbox;

/// <summary>Where changes go that are to outlive the process.</summary>
internal interface IDataJournal : IDisposable
{
    /// <summary>What an earlier process left.</summary>
    /// <exception cref="SandboxException">It cannot be read.</exception>
    ImmutableDictionary<EntityKey, EntitySet> Load();

    /// <summary>Writes the changes of one request, all or none of which are found again.</summary>
    /// <param name="data">The changes, and everything as they leave it.</param>
    Task AppendAsync(Data data);

    /// <summary>Puts other things in the place of everything, or fails and leaves all as it was.</summary>
    void Replace(ImmutableDictionary<EntityKey, EntitySet> sets);
}
