using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace BitbucketPS.Client.Tests.Http;

public sealed class DeadlineTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(100);

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Get_NoAnswerInTime_IsTimeout()
    {
        TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using BitbucketClient client = Silent(asked).CreateClient(time: _time);
        Task<User> pending = client.GetUserAsync();
        await asked.Task;

        _time.Advance(s_limit - TimeSpan.FromSeconds(1));
        Assert.False(pending.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));

        BitbucketException error = await Assert.ThrowsAsync<BitbucketException>(() => pending);
        Assert.Equal(BitbucketErrorKind.Timeout, error.Kind);
        Assert.Equal("api.bitbucket.org did not answer within 100 seconds (GET /2.0/user).", error.Message);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.NotFound)]
    public async Task Get_BodyStalls_IsTimeout(HttpStatusCode status)
    {
        using StalledContent content = new();
        using BitbucketClient client = new ScriptedTransport(new HttpResponseMessage(status) { Content = content }).CreateClient(time: _time);
        Task<User> pending = client.GetUserAsync();
        await content.Reading;

        _time.Advance(s_limit);

        BitbucketException error = await Assert.ThrowsAsync<BitbucketException>(() => pending);
        Assert.Equal(BitbucketErrorKind.Timeout, error.Kind);
    }

    [Fact]
    public async Task Send_AnswerHasBegun_DownloadHasNoDeadline()
    {
        using StalledContent content = new();
        using BitbucketClient client = new ScriptedTransport(new HttpResponseMessage { Content = content }).CreateClient(time: _time);
        using CancellationTokenSource reader = new();
        using HttpResponseMessage response = await client.GetAsync("/repositories/acme/web/downloads/big.zip");
        await using Stream body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        Task<int> pending = body.ReadAsync(new byte[1], reader.Token).AsTask();
        await content.Reading;

        _time.Advance(s_limit * 10);

        Assert.False(pending.IsCompleted);
        await reader.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);
    }

    [Fact]
    public async Task Get_CallerCancels_StaysCancellation()
    {
        TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using BitbucketClient client = Silent(asked).CreateClient(time: _time);
        using CancellationTokenSource caller = new();
        Task<User> pending = client.Users.GetCurrentAsync(caller.Token);
        await asked.Task;

        await caller.CancelAsync();

        OperationCanceledException error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);
        Assert.Equal(caller.Token, error.CancellationToken);
    }

    [Fact]
    public async Task Get_AlreadyCancelled_AsksNobody()
    {
        ScriptedTransport transport = new(Answers.Json("{}"));
        using BitbucketClient client = transport.CreateClient(time: _time);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.Users.GetCurrentAsync(new(canceled: true)));

        Assert.Empty(transport.Requests);
    }

    [Fact]
    public async Task Get_TransportGivesUp_IsTimeout()
    {
        using BitbucketClient client = new ScriptedTransport()
            .Answer((_, _) => throw new TaskCanceledException("The connect timeout has passed."))
            .CreateClient(time: _time);

        BitbucketException error = await Assert.ThrowsAsync<BitbucketException>(client.GetUserAsync);

        Assert.Equal(BitbucketErrorKind.Timeout, error.Kind);
        Assert.Contains("could not be reached", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_EachPage_HasItsOwnTime()
    {
        const string Next = "https://api.bitbucket.org/2.0/user/workspaces?page=2";
        using BitbucketClient client = new ScriptedTransport()
            .Answer((_, _) => Late($$"""{"values": [{}], "next": "{{Next}}"}"""))
            .Answer((_, _) => Late("""{"values": [{}]}"""))
            .CreateClient(time: _time);

        List<WorkspaceAccess> all = await client.Workspaces
            .ListMineAsync(TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, all.Count);

        Task<HttpResponseMessage> Late(string json)
        {
            _time.Advance(s_limit - TimeSpan.FromSeconds(1));
            return Task.FromResult(Answers.Json(json));
        }
    }

    private static ScriptedTransport Silent(TaskCompletionSource asked) => new ScriptedTransport().Answer(async (_, token) =>
    {
        asked.SetResult();
        await Task.Delay(Timeout.Infinite, token);
        return Answers.Empty(HttpStatusCode.OK);
    });
}
