using System.Collections.Immutable;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>A change that fails leaves git as it was, however far it came.</summary>
public sealed class TakeBackTests : IAsyncLifetime
{
    private readonly GitScratch _git = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _git.InitializeAsync();

    public ValueTask DisposeAsync() => _git.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Change_that_fails_or_cannot_be_written_down_moves_nothing(bool reachesTheJournal)
    {
        string first = await _git.CommitAsync("main", null, "a.txt=a");
        string second = await _git.CommitAsync("main", null, "a.txt=b");
        await _git.CommitAsync("gone", second, "c.txt=c");
        await _git.Repository.CreateTagAsync("v1", first, "One", _git.Asha, Token);
        string before = await RefsAsync();
        using SandboxState state = new(_git.Folder, new FullJournal());

        await Assert.ThrowsAnyAsync<Exception>(() => state.ChangeAsync(
            async world =>
            {
                await MoveAsync(new GitStorage(_git.Folder, world.Storage.Undo).Open("one.git"), second, first);
                return reachesTheJournal ? true : throw new InvalidOperationException("The last step failed.");
            },
            Token));

        Assert.Equal(before, await RefsAsync());
    }

    private static async Task MoveAsync(GitRepository git, string from, string to)
    {
        Assert.True(await git.MoveBranchAsync("main", to, from, Token));
        Assert.True(await git.DeleteBranchAsync((await git.FindBranchAsync("gone", Token))!, Token));
        Assert.True(await git.DeleteTagAsync("v1", Token));
        Assert.Equal(RefCreation.Created, await git.CreateBranchAsync("new", to, Token));
        Assert.Equal(RefCreation.AlreadyExists, await git.CreateBranchAsync("main", to, Token));
    }

    private async Task<string> RefsAsync()
        => (await GitCommand.RunOrThrowAsync([$"--git-dir={_git.Repository.Path}", "for-each-ref"], writeInput: null, Token)).Text;

    private sealed class FullJournal : IDataJournal
    {
        public ImmutableDictionary<EntityKey, EntitySet> Load() => ImmutableDictionary<EntityKey, EntitySet>.Empty;

        public Task AppendAsync(Data data) => throw new IOException("No space left on device");

        public void Replace(ImmutableDictionary<EntityKey, EntitySet> sets)
        {
        }

        public void Dispose()
        {
        }
    }
}
