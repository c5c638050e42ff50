using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

public sealed class KillTests : IDisposable
{
    private const int Writers = 4;

    private readonly DataFolderFixture _data = new();

    public void Dispose() => _data.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    [InlineData(40)]
    public async Task Answered_writes_outlive_a_kill(int answersBefore)
    {
        ConcurrentDictionary<string, bool> answered = new(StringComparer.Ordinal);
        await WriteUntilKilledAsync(answersBefore, answered);

        await _data.RunAsync(async sandbox =>
        {
            foreach (string slug in answered.Keys)
            {
                Assert.Equal(HttpStatusCode.OK, (await sandbox.GetAsync($"/2.0/repositories/demo/{slug}")).Status);
            }

            foreach (string slug in (await SlugsAsync(sandbox)).Where(slug => slug.StartsWith("made-", StringComparison.Ordinal)))
            {
                // Whatever is there is there wholly: it has git, and its maker watches it.
                Assert.Equal(HttpStatusCode.OK, (await sandbox.GetAsync($"/2.0/repositories/demo/{slug}/refs/branches")).Status);
                Assert.Single((await sandbox.GetAsync($"/2.0/repositories/demo/{slug}/watchers")).Json["values"]!.AsArray());
            }
        });
        Assert.True(answered.Count >= answersBefore);
    }

    private static async Task<string[]> SlugsAsync(SandboxFixture sandbox)
    {
        JsonNode page = (await sandbox.GetAsync("/2.0/repositories/demo?pagelen=100")).Json;
        return [.. page["values"]!.AsArray().Select(item => (string)item!["slug"]!)];
    }

    private static async Task WriteAsync(HttpClient http, int writer, ConcurrentDictionary<string, bool> answered, Action onAnswer)
    {
        for (int i = 0; ; i++)
        {
            string slug = string.Create(CultureInfo.InvariantCulture, $"made-{writer}-{i}");
            try
            {
                using HttpContent content = SandboxFixture.Json("{}");
                using HttpResponseMessage response = await http.PostAsync(
                    new Uri($"/2.0/repositories/demo/{slug}", UriKind.Relative), content, TestContext.Current.CancellationToken);
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
                answered[slug] = true;
                onAnswer();
            }
            catch (HttpRequestException)
            {
                // It is dead.
                return;
            }
        }
    }

    private async Task WriteUntilKilledAsync(int answersBefore, ConcurrentDictionary<string, bool> answered)
    {
        using SandboxProcess process = new(Path.GetTempPath(), "--announce-json", "--data", _data.Path);
        JsonNode announcement = JsonNode.Parse((await process.ReadLineAsync())!)!;
        using HttpClient http = new() { BaseAddress = new((string)announcement["baseUri"]!) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", (string)announcement["accessToken"]!);
        TaskCompletionSource enough = new(TaskCreationOptions.RunContinuationsAsynchronously);
        void OnAnswer()
        {
            if (answered.Count >= answersBefore)
            {
                enough.TrySetResult();
            }
        }

        Task writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => WriteAsync(http, writer, answered, OnAnswer)));
        await Task.WhenAny(enough.Task, writing);
        await process.KillAsync();
        await writing;
    }
}
