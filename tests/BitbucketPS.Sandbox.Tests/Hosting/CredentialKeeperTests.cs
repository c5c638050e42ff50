using System.Collections.Immutable;

namespace BitbucketPS.Sandbox.Tests;

public sealed class CredentialKeeperTests : IDisposable
{
    private readonly DirectoryInfo _temporary = Directory.CreateTempSubdirectory("sandbox-tests-");

    public void Dispose() => _temporary.Delete(recursive: true);

    [Fact]
    public async Task Token_that_another_call_writes_down_is_answered_no_sooner()
    {
        using SlowJournal journal = new();
        using SandboxState state = new(_temporary.FullName, journal);
        OAuth2TokenStore tokens = new(TimeProvider.System, TimeSpan.FromHours(1), length: 32);
        CredentialKeeper keeper = new(state, new(TimeProvider.System), tokens);
        tokens.Issue(new(SeedPeople.Demo, []), [], isRefreshable: true);
        tokens.Issue(new(SeedPeople.Demo, []), [], isRefreshable: true);

        Task first = keeper.SaveAsync();
        Task second = keeper.SaveAsync();

        Assert.Equal((false, false), (first.IsCompleted, second.IsCompleted));
        journal.Disk.SetResult();
        await first;
        await second;
        Assert.Equal(2, state.Read().Data.All<KeptRefreshToken>().Count());
    }

    private sealed class SlowJournal : IDataJournal
    {
        public TaskCompletionSource Disk { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ImmutableDictionary<EntityKey, EntitySet> Load() => ImmutableDictionary<EntityKey, EntitySet>.Empty;

        public Task AppendAsync(Data data) => Disk.Task;

        public void Replace(ImmutableDictionary<EntityKey, EntitySet> sets)
        {
        }

        public void Dispose()
        {
        }
    }
}
