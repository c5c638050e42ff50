using BitbucketPS.Benchmarks.Contenders;

namespace BitbucketPS.Benchmarks.Trials;

/// <summary>
/// Runs cases side by side: each in a fresh process, all of them waiting, and one after the other taking its turn, so that
/// what else happens on the machine happens to all.
/// </summary>
/// <param name="server">The server that all of them ask.</param>
internal sealed class Race(ServerProcess server)
{
    /// <summary>Measures.</summary>
    /// <param name="cases">Who takes part.</param>
    /// <param name="processes">Fresh processes of each, one after the other.</param>
    /// <param name="runs">Runs of each process after its first.</param>
    /// <param name="check">Whether each is run once more at the end, to see that all hand over the same in the same order.</param>
    public async Task<IReadOnlyList<Measurement>> RunAsync(IReadOnlyList<RaceCase> cases, int processes, int runs, bool check)
    {
        Measurement[] measurements = [.. cases.Select(one => new Measurement(one))];
        for (int round = 1; round <= processes; round++)
        {
            await Console.Error.WriteLineAsync($"  processes {round} of {processes}");
            await RunProcessesAsync([.. measurements.Where(one => !one.IsDone)], runs, check);
        }

        return measurements;
    }

    private async Task RunProcessesAsync(Measurement[] measurements, int runs, bool check)
    {
        List<(Measurement Measurement, ContenderProcess Process)> ready = [];
        try
        {
            foreach (Measurement measurement in measurements)
            {
                await server.SetAsync(measurement.Case.Settings);
                (ContenderProcess? process, measurement.Objection) = await ContenderProcess.StartAsync(measurement.Case.Contender, server.Address);
                if (process is not null)
                {
                    ready.Add((measurement, process));
                }
            }

            await TakeTurnsAsync(ready, runs, check);
        }
        finally
        {
            ready.ForEach(one => one.Process.Dispose());
        }
    }

    private async Task TakeTurnsAsync(List<(Measurement Measurement, ContenderProcess Process)> ready, int runs, bool check)
    {
        foreach ((Measurement measurement, ContenderProcess process) in ready)
        {
            measurement.FirstRuns.Add(await RunAsync(measurement, process.RunAsync));
        }

        ready = [.. ready.Where(one => !one.Measurement.IsDone)];
        for (int run = 0; run < runs; run++)
        {
            foreach ((Measurement measurement, ContenderProcess process) in ready)
            {
                measurement.SteadyRuns.Add(await RunAsync(measurement, process.RunAsync));
            }
        }

        foreach ((Measurement measurement, ContenderProcess process) in ready.Where(_ => check))
        {
            Run checkedRun = await RunAsync(measurement, process.CheckAsync);
            measurement.Order = checkedRun.Outcome.Order;
        }
    }

    private async Task<Run> RunAsync(Measurement measurement, Func<Job, Task<Outcome>> run)
    {
        RaceCase one = measurement.Case;
        await server.SetAsync(one.Settings);
        Outcome outcome = await run(one.Job);
        int expected = one.Settings.Branches * (one.Job is Job.Everything ? one.Settings.Repositories : 1);
        return outcome.Count == expected
            ? new(outcome, await server.CountsAsync())
            : throw new InvalidOperationException($"{one.Contender.Name} handed over {outcome.Count} objects instead of {expected}.");
    }
}
