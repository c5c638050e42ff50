using BenchmarkDotNet.Attributes;
using BitbucketPS.Benchmarks.Contenders;
using BitbucketPS.Benchmarks.Server;
using BitbucketPS.Benchmarks.Trials;

namespace BitbucketPS.Benchmarks.DotNet;

/// <summary>The contenders that are .NET, in one process, without latency: what reading branches costs when nothing is waited for.</summary>
[MemoryDiagnoser]
public class BranchBenchmarks
{
    private readonly Dictionary<ContenderEntry, Contender> _contenders = [];
    private ServerProcess? _server;

    /// <summary>Branches of the repository.</summary>
    [Params(100, 10_000)]
    public int Branches { get; set; }

    /// <summary>Starts the server, and gets all contenders ready.</summary>
    [GlobalSetup]
    public async Task SetUpAsync()
    {
        _server = await ServerProcess.StartAsync();
        await _server.SetAsync(new ServerSettings { Branches = Branches });
        foreach (ContenderEntry entry in ContenderCatalogue.All.Where(entry => entry.Make is not null))
        {
            Contender contender = entry.Make!();
            _contenders[entry] = contender;
            contender.Prepare(_server.Address);
        }
    }

    /// <summary>Ends them.</summary>
    [GlobalCleanup]
    public void CleanUp()
    {
        foreach (Contender contender in _contenders.Values)
        {
            contender.Dispose();
        }

        _server?.Dispose();
    }

    [Benchmark(Baseline = true)]
    public Task<int> Plain() => RunAsync(ContenderCatalogue.Plain);

    [Benchmark]
    public Task<int> PlainAhead() => RunAsync(ContenderCatalogue.PlainAhead);

    [Benchmark]
    public Task<int> Module() => RunAsync(ContenderCatalogue.Module);

    [Benchmark]
    public Task<int> LongFollower() => RunAsync(ContenderCatalogue.LongFollower);

    [Benchmark]
    public Task<int> Follower() => RunAsync(ContenderCatalogue.Follower);

    private async Task<int> RunAsync(ContenderEntry entry)
    {
        Arrivals arrivals = new(nameOf: null);
        await _contenders[entry].RunAsync(Job.Branches, arrivals);
        return arrivals.Count;
    }
}
