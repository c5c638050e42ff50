namespace BitbucketPS.Sandbox.Tests;

/// <summary>Some thousand requests to one sandbox, all from one seed.</summary>
internal sealed class FuzzRound(int seed)
{
    private const int Enough = 20;

    /// <summary>What went wrong, each with the request.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>How many requests were sent.</summary>
    public int Count { get; private set; }

    /// <summary>How often each status came.</summary>
    public SortedDictionary<int, int> Statuses { get; } = [];

    /// <summary>Sends so many requests, and sees whether a good one works after them.</summary>
    public async Task RunAsync(int requests)
    {
        SandboxFixture sandbox = new();
        await sandbox.InitializeAsync();
        using FuzzClient client = new(sandbox);
        try
        {
            await RunAsync(sandbox, client, requests);
        }
        finally
        {
            await sandbox.DisposeAsync();
        }
    }

    private async Task RunAsync(SandboxFixture sandbox, FuzzClient client, int requests)
    {
        FuzzCorpus corpus = new();
        await corpus.PlayAsync(client);
        FuzzValues values = new();
        FuzzCases cases = new(new(seed), values, corpus.Requests, sandbox);
        for (int i = 0; i < requests && Problems.Count < Enough; i++)
        {
            FuzzRequest request = cases.Next();
            FuzzAnswer answer = await client.SendAsync(request);
            Note(answer, answer.Problem(request), request);
            values.Learn(answer.Json);
        }

        FuzzRequest good = new("GET", "/2.0/user") { Authorization = client.Bearer };
        FuzzAnswer after = await client.SendAsync(good);
        Note(after, after.Status == 200 ? null : $"{after.Status} to a good request", good);
    }

    private void Note(FuzzAnswer answer, string? problem, FuzzRequest request)
    {
        Count++;
        Statuses[answer.Status] = Statuses.GetValueOrDefault(answer.Status) + 1;
        if (problem is not null)
        {
            Problems.Add($"Seed {seed}, request {Count}: {problem}\n  {request}");
        }
    }
}
