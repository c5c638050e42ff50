namespace BitbucketPS.Client.Tests.Simulation;

/// <summary>A day of work on a network that spoils one exchange in a hundred: nothing is lost, nothing done twice, nothing hangs.</summary>
[Collection(Alone.Name)]
public sealed class DayTests
{
    private const int Workers = 10;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public Task Day_OneFaultInAHundred_LosesAndDoublesNothing(int seed) => Unobserved.AssertNoneAsync(() => RunAsync(seed));

    private static async Task RunAsync(int seed)
    {
        SimulatedClock clock = new();
        ModelServer model = new(clock, seed);
        SimulatedServer server = new(clock, model.AnswerAsync);
        using BitbucketClient client = server.CreateClient();
        ModelWorker[] workers = [.. Enumerable.Range(0, Workers).Select(number => new ModelWorker(clock, client, number, (seed * 1000) + number))];
        DateTimeOffset end = clock.GetUtcNow() + TimeSpan.FromHours(24);

        await clock.RunAsync(() => Task.WhenAll(workers.Select(worker => worker.WorkAsync(end, TestContext.Current.CancellationToken))));

        Assert.All(workers, worker => Assert.Equal(worker.Expected, model.Branches(worker.Repository.Slug).Order(StringComparer.Ordinal)));
        Assert.All(model.Created, made => Assert.Equal(1, made.Value));
        Assert.All(model.Deleted, gone => Assert.Equal(1, gone.Value));
        Assert.Equal(0, server.UnderWay);
        Assert.InRange(server.MostUnderWay, 1, 8);

        // It was a day with something in it.
        Assert.InRange(workers.Sum(worker => worker.Done), 5000, int.MaxValue);
        Assert.InRange(model.Injected.Values.Sum(), 50, int.MaxValue);
        Assert.InRange(model.Injected.Count, 10, int.MaxValue);
        Assert.InRange(workers.Sum(worker => worker.Unknown), 1, model.Injected.Values.Sum());
        TestContext.Current.TestOutputHelper?.WriteLine($"{server.Requests.Count} requests, {model.Injected.Values.Sum()} faults, {workers.Sum(worker => worker.Unknown)} outcomes unknown, until {clock.GetUtcNow():O}");
    }
}
