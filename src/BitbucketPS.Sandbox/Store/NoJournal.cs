namespace BitbucketPS.Sandbox;

/// <summary>Forgets: the sandbox lives in memory.</summary>
internal sealed class NoJournal : IDataJournal
{
    public Task AppendAsync(IReadOnlyList<EntityChange> changes) => Task.CompletedTask;

    public void Dispose()
    {
    }
}
