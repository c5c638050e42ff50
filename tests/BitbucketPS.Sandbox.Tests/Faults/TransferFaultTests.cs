using System.Net;
using System.Text;
using System.Text.Json;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>The faults of a good answer on its way, and those without one.</summary>
public class TransferFaultTests(FaultFixture sandbox) : IClassFixture<FaultFixture>
{
    private static readonly TimeSpan s_step = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Reset_gives_no_answer_and_is_logged_as_such()
    {
        sandbox.Once(SandboxFaultKind.Reset, "?fields=reset");

        await Assert.ThrowsAsync<HttpRequestException>(() => sandbox.OpenAsync("/2.0/user?fields=reset"));

        Assert.Equal(0, Assert.Single(sandbox.Server.Requests, request => request.Target is "/2.0/user?fields=reset").Status);
    }

    [Theory]
    [InlineData(SandboxFaultKind.ResetMidBody, 0.5)]
    [InlineData(SandboxFaultKind.WrongContentLength, 1)]
    public async Task Body_that_is_cut_has_proper_headers(SandboxFaultKind kind, double share)
    {
        string target = $"{FaultFixture.Branches}?fields=values,{kind}";
        byte[] whole = await WholeAsync(target);
        sandbox.Once(kind, target);
        using HttpResponseMessage response = await sandbox.OpenAsync(target);

        (byte[] received, bool isCut) = await ReadAsync(response);

        Assert.Equal((HttpStatusCode.OK, "application/json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.True(isCut);
        Assert.Equal(whole[..(int)(whole.Length * share)], received);
        Assert.True(response.Content.Headers.ContentLength >= whole.Length);
        Assert.Equal([200, 200], sandbox.Server.Requests.Where(request => string.Equals(request.Target, target, StringComparison.Ordinal)).Select(request => request.Status));
    }

    [Fact]
    public async Task Truncated_json_is_proper_http()
    {
        string target = FaultFixture.Branches + "?fields=values,truncated";
        byte[] whole = await WholeAsync(target);
        sandbox.Once(SandboxFaultKind.TruncatedJson, target);

        Answer answer = await sandbox.GetAsync(target);

        Assert.Equal(Encoding.UTF8.GetString(whole[..(whole.Length / 2)]), answer.Text);
        Assert.ThrowsAny<JsonException>(() => answer.Json);
    }

    [Fact]
    public async Task Slow_drip_gives_a_byte_for_each_step_of_the_clock()
    {
        string target = FaultFixture.User + "?fields=display_name";
        byte[] whole = await WholeAsync(target);
        sandbox.Once(SandboxFaultKind.SlowDrip, target);
        using HttpResponseMessage response = await sandbox.OpenAsync(target);
        await using Stream body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        byte[] one = new byte[1];
        List<byte> received = [];
        int steps = 0;
        for (int i = 0; i < whole.Length; i++)
        {
            steps += await AdvanceUntilAsync(body.ReadAsync(one, TestContext.Current.CancellationToken).AsTask());
            received.Add(one[0]);
        }

        // A step that comes too early for one byte may do for the next.
        Assert.Equal(whole, received);
        Assert.InRange(steps, whole.Length, int.MaxValue);
        Assert.Equal(0, await body.ReadAsync(one, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Stall_stops_in_the_middle_until_the_client_goes_away()
    {
        string target = FaultFixture.Branches + "?fields=values,stall";
        byte[] whole = await WholeAsync(target);
        sandbox.Once(SandboxFaultKind.Stall, target);
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using HttpResponseMessage response = await sandbox.OpenAsync(target);
        await using Stream body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        byte[] half = new byte[whole.Length / 2];

        await body.ReadExactlyAsync(half, TestContext.Current.CancellationToken);
        Task<int> more = body.ReadAsync(new byte[1], patience.Token).AsTask();

        Assert.Equal(whole[..half.Length], half);
        Assert.False(more.IsCompleted);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => more);
    }

    [Fact]
    public async Task Stall_before_the_answer_lets_the_client_wait()
    {
        SandboxFaultRule rule = sandbox.Once(SandboxFaultKind.StallBeforeAnswer, "?fields=silence");
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        Task<HttpResponseMessage> answer = sandbox.OpenAsync("/2.0/user?fields=silence", cancellationToken: patience.Token);
        await SpinAsync(() => rule.Hits == 1);

        Assert.False(answer.IsCompleted);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
    }

    private static async Task<(byte[] Received, bool IsCut)> ReadAsync(HttpResponseMessage response)
    {
        using MemoryStream received = new();
        try
        {
            await response.Content.CopyToAsync(received, TestContext.Current.CancellationToken);
            return (received.ToArray(), false);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return (received.ToArray(), true);
        }
    }

    private static async Task SpinAsync(Func<bool> condition)
    {
        while (!condition())
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    // The server may not wait yet when the clock moves first.
    // How many steps of the clock it took.
    private async Task<int> AdvanceUntilAsync(Task task)
    {
        int steps = 0;
        for (; !task.IsCompleted; steps++)
        {
            sandbox.Clock.Advance(s_step);
            await Task.WhenAny(task, Task.Delay(TimeSpan.FromMilliseconds(5), TestContext.Current.CancellationToken));
        }

        await task;
        return steps;
    }

    private async Task<byte[]> WholeAsync(string target) => Encoding.UTF8.GetBytes((await sandbox.GetAsync(target)).Text);
}
