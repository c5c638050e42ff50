namespace BitbucketPS.Client.Tests.Authorization;

/// <summary>One approving foreign provider for the tests of a class; started by the first that wants it.</summary>
public sealed class SharedForeignProvider : IAsyncDisposable
{
    private Task<ForeignProvider>? _provider;

    // Not in the constructor: a test may skip, a fixture may not.
    internal Task<ForeignProvider> GetAsync() => _provider ??= ForeignProvider.StartAsync("--approve");

    public async ValueTask DisposeAsync()
    {
        if (_provider is { IsCompletedSuccessfully: true })
        {
            (await _provider).Dispose();
        }
    }
}
