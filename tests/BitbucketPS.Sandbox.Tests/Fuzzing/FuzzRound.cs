namespace BitbucketPS.Sandbox.Tests;

/// <summary>Some thousand requests to one sandbox, all from one seed.</summary>
internal sealed class FuzzRound(int seed)
{
    /// <summary>What went wrong, by what it is about: the same thing said twenty times helps nobody.</summary>
    public Dictionary<string, string> Problems { get; } = new(StringComparer.Ordinal);

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
        for (int i = 0; i < requests; i++)
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
            string operation = OperationTable.Instance.Find(request.Target.Split('?')[0])?.Operations.GetValueOrDefault(request.Method)?.Name ?? "";
            Problems.TryAdd($"{answer.Status} {operation}", $"Seed {seed}, request {Count}: {problem}\n  {request}");
        }
    }
}
