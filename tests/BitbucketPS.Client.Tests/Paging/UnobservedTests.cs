using BitbucketPS.Client.Tests.Simulation;

namespace BitbucketPS.Client.Tests.Paging;

/// <summary>What is left behind by those who do not read a list to its end.</summary>
[Collection(Alone.Name)]
public sealed class UnobservedTests
{
    private readonly SimulatedClock _clock = new();

    [Theory]
    [InlineData(1)]
    [InlineData(101)]
    [InlineData(450)]
    public async Task EarlyStop_PagesUnderWayOrFailed_LeavesNothingBehind(int count)
    {
        // Every page that is ahead either fails, or never comes.
        int used = (count + 99) / 100;
        SimulatedList list = new(_clock, 5000)
        {
            Fault = page => page <= used ? null : page % 2 == 0 ? "403" : Faults.Silent,
        };
        SimulatedServer server = list.Serve();

        await Unobserved.AssertNoneAsync(async () =>
        {
            using BitbucketClient client = server.CreateClient();
            Assert.Equal(count, await _clock.RunAsync(() => client.Refs
                .ListBranchesAsync(new("acme/web"), cancellationToken: TestContext.Current.CancellationToken)
                .Take(count)
                .CountAsync(TestContext.Current.CancellationToken).AsTask()));
        });

        Assert.Equal(0, server.UnderWay);
    }

    [Fact]
    public async Task Failure_PagesBehindFailToo_LeavesNothingBehind()
    {
        SimulatedList list = new(_clock, 5000) { Fault = page => page > 4 ? "403" : null };

        await Unobserved.AssertNoneAsync(async () =>
        {
            using BitbucketClient client = list.Serve().CreateClient();
            await _clock.RunAsync(() => Throws.BitbucketAsync(() => client.Refs
                .ListBranchesAsync(new("acme/web"), cancellationToken: TestContext.Current.CancellationToken)
                .CountAsync(TestContext.Current.CancellationToken).AsTask()));
        });
    }
}
