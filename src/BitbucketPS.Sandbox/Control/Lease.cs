namespace BitbucketPS.Sandbox;

/// <summary>One holder of the sandbox, which lives as long as the answer that it holds open.</summary>
internal sealed class Lease
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What it is given back with.</summary>
    public string Id { get; } = TokenStore.RandomText(12);

    /// <summary>Ends when it was given back, or the sandbox ends.</summary>
    public Task Ended => _ended.Task;

    public void End() => _ended.TrySetResult();
}
