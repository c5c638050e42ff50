using System.Globalization;
using BitbucketPS.SignIn.TestProcess;

namespace BitbucketPS.SignIn.Tests.Profiles;

/// <summary>Many at once lose nothing.</summary>
public sealed class ConcurrencyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Threads_WithStoresOfTheirOwn_LoseNothing(bool hasKeyring)
    {
        FakeSlots? keyring = hasKeyring ? new() : null;
        await new OpenedStore(_folder, keyring).SaveAsync("shared", 0);
        await Parallel.ForEachAsync(Enumerable.Range(0, 60), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Stop }, async (i, _) =>
        {
            OpenedStore store = new(_folder, keyring);
            string name = i.ToString(CultureInfo.InvariantCulture);
            await store.SaveAsync(name, i);
            Assert.True(await store.CountAsync("shared"));
            Assert.Equal(i, await store.NumberOfAsync(name));
            if (i % 3 == 0)
            {
                Assert.True(await store.RemoveAsync(name));
            }
        });

        OpenedStore after = new(_folder, keyring);
        Assert.Equal(60, await after.NumberOfAsync("shared"));
        Assert.Equal(41, (await after.Store.ListAsync(Stop)).Count);
    }

    [Fact]
    public async Task Readers_WhileOthersWrite_AlwaysSeeAWholeState()
    {
        await new OpenedStore(_folder).Store.SaveAsync(TestProfile.Make("one", 0, 20_000), false, Stop);
        using StoreProcess writer = new(_folder.Store);
        await writer.TellAsync("count one 300");
        Task<string?> answer = writer.HearAsync();
        int last = 0;
        while (!answer.IsCompleted)
        {
            int? number = await new OpenedStore(_folder).NumberOfAsync("one");
            Assert.InRange(number!.Value, last, 300);
            last = number.Value;
        }

        Assert.Equal("ok", await answer);
        Assert.Equal(300, await new OpenedStore(_folder).NumberOfAsync("one"));
    }

    [Fact]
    public async Task Processes_LoseNothing()
    {
        await new OpenedStore(_folder).SaveAsync("shared", 0);
        StoreProcess[] processes = [.. Enumerable.Range(0, 4).Select(_ => new StoreProcess(_folder.Store))];
        await Task.WhenAll(processes.Select(async (process, i) =>
        {
            Assert.Equal("ok", await process.AskAsync($"saves p{i}- 20 3000"));
            Assert.Equal("ok", await process.AskAsync("count shared 25"));
            Assert.Equal("ok", await process.AskAsync($"removes p{i}- 10"));
            await process.EndAsync();
            process.Dispose();
        }));

        OpenedStore after = new(_folder);
        Assert.Equal(100, await after.NumberOfAsync("shared"));
        Assert.Equal(41, (await after.Store.ListAsync(Stop)).Count);
        Assert.Equal(19, await after.NumberOfAsync("p3-19"));
    }
}
