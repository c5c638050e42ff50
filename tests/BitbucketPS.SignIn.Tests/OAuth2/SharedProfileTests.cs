using System.Diagnostics;
using System.Globalization;
using BitbucketPS.SignIn.Profiles;
using Microsoft.Extensions.Time.Testing;

namespace BitbucketPS.SignIn.Tests.OAuth2;

/// <summary>One profile, several processes, tokens that rotate.</summary>
public sealed class SharedProfileTests : IDisposable
{
    private static readonly TimeSpan s_tokenLifetime = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_step = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task FourProcesses_OverAnHour_RenewOnceEachTimeAndNeverLoseTheToken()
    {
        await using SavedSignIn signIn = await StartAsync();
        List<StoreProcess> processes = [];
        try
        {
            for (int i = 0; i < 4; i++)
            {
                processes.Add(await OpenAsync());
            }

            for (TimeSpan time = s_step; time <= TimeSpan.FromHours(1); time += s_step)
            {
                _clock.Advance(s_step);
                string?[] answers = await Task.WhenAll(processes.Select(process => GetAsync(process, count: 5)));
                Assert.All(answers, answer => Assert.Equal("ok 5", answer));
            }

            // One for the sign-in, one a minute after it: no process renewed what another had renewed.
            Assert.Equal(61, signIn.TokenRequests);
        }
        finally
        {
            processes.ForEach(process => process.Dispose());
        }
    }

    [Fact]
    public async Task Killed_AtAnyMomentOfARenewal_TheProfileStillSignsIn()
    {
        await using SavedSignIn signIn = await StartAsync();
        Random random = new(20261124);
        for (int round = 0; round < 20; round++)
        {
            _clock.Advance(s_tokenLifetime);
            using (StoreProcess victim = await OpenAsync())
            {
                await victim.TellAsync("get 3");
                Spin(TimeSpan.FromMicroseconds(random.Next(0, 40_000)));
                victim.Kill();
                await victim.WaitForExitAsync();
            }

            using StoreProcess next = await OpenAsync();
            Assert.Equal("ok 1", await GetAsync(next, count: 1));
        }
    }

    private Task<SavedSignIn> StartAsync()
        => SavedSignIn.StartAsync(_clock, s_tokenLifetime, ProfileStores.Open(new() { Directory = _folder.Store }, static _ => null));

    private async Task<StoreProcess> OpenAsync()
    {
        StoreProcess process = new(_folder.Store);
        await SetTimeAsync(process);
        Assert.Equal("ok", await process.AskAsync($"open {SavedSignIn.Profile}"));
        return process;
    }

    private async Task<string?> GetAsync(StoreProcess process, int count)
    {
        await SetTimeAsync(process);
        return await process.AskAsync($"get {count.ToString(CultureInfo.InvariantCulture)}");
    }

    private async Task SetTimeAsync(StoreProcess process)
        => Assert.Equal("ok", await process.AskAsync($"time {_clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}"));

    private static void Spin(TimeSpan time)
    {
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < time)
        {
            Thread.SpinWait(10);
        }
    }
}
