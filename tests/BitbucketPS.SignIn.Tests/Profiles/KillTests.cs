using System.Diagnostics;
using System.Globalization;

namespace BitbucketPS.SignIn.Tests.Profiles;

/// <summary>Processes that are killed in the middle of a save.</summary>
public sealed class KillTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Killed_AtAnyMoment_TheStoreIsWholeAndOldOrNew()
    {
        Random random = new(20261124);
        for (int round = 0; round < 30; round++)
        {
            int done = await KillAsync(saves: random.Next(1, 12), moment: TimeSpan.FromMicroseconds(random.Next(0, 3000)));

            OpenedStore store = new(_folder);
            Assert.InRange((await store.NumberOfAsync("loop"))!.Value, done, done + 1);
            Assert.Equal("loop:File*", await store.ListAsync());
            Assert.Empty(store.Warnings);
        }

        await new OpenedStore(_folder).SaveAsync("loop", 7);
        Assert.Equal(["profiles.a", "profiles.b", "store.lock"], _folder.Names());
    }

    // Gives the number of the last save that the process said was done.
    private async Task<int> KillAsync(int saves, TimeSpan moment)
    {
        using StoreProcess process = new(_folder.Store);
        await process.TellAsync("loop loop 8192");
        int done = -1;
        while (done < saves)
        {
            done = NumberIn(await process.HearAsync()) ?? done;
        }

        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < moment)
        {
            Thread.SpinWait(10);
        }

        process.Kill();
        while (await process.HearAsync() is string line)
        {
            done = NumberIn(line) ?? done;
        }

        await process.WaitForExitAsync();
        return done;
    }

    private static int? NumberIn(string? line)
        => line?.StartsWith("done ", StringComparison.Ordinal) is true ? int.Parse(line["done ".Length..], CultureInfo.InvariantCulture) : null;
}
