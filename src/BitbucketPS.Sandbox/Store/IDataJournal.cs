namespace BitbucketPS.Sandbox;

/// <summary>Where changes go that are to outlive the process.</summary>
internal interface IDataJournal : IDisposable
{
    /// <summary>Writes the changes of one request, all or none of which are found again.</summary>
    Task AppendAsync(IReadOnlyList<EntityChange> changes);
}
