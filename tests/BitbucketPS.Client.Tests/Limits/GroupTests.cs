using System.Net;
using BitbucketPS.Client.Tests.Http;
using Microsoft.Extensions.Time.Testing;

namespace BitbucketPS.Client.Tests.Limits;

public sealed class GroupTests
{
    private const string Refusal = "Rate limit for this resource has been exceeded";

    [Theory]
    [InlineData("/repositories/acme", "repositories", 1000)]
    [InlineData("/repositories/acme/web/refs/branches/hooks", "repositories", 1000)]
    [InlineData("/repositories/acme/hooks", "repositories", 1000)]
    [InlineData("/repositories/acme/web/src/main/properties/a/b", "repositories", 1000)]
    [InlineData("/repositories/acme/web/src/main/downloads/x", "repositories", 1000)]
    [InlineData("/repositories/acme/web/downloads", "repositories", 1000)]
    [InlineData("/repositories/acme/web/downloads/manual.pdf", "downloads", 5000)]
    [InlineData("/repositories/acme/web/properties/app/key", "properties", 2000)]
    [InlineData("/repositories/acme/web/commit/abc/properties/app/key", "properties", 2000)]
    [InlineData("/repositories/acme/web/hooks", "webhooks", 1000)]
    [InlineData("/repositories/acme/web/hooks/%7B1%7D", "webhooks", 1000)]
    [InlineData("/workspaces/acme/hooks", "webhooks", 1000)]
    [InlineData("/1.0/users/ada/invitations", "invitations", 100)]
    [InlineData("/1.0/groups/acme", "other", 1000)]
    [InlineData("/user", "other", 1000)]
    public async Task Request_Signed_CountsAgainstItsGroup(string path, string group, long limit)
    {
        using BitbucketClient client = new ScriptedTransport(Answers.Json("{}")).CreateClient(new CountingSigner());

        using HttpResponseMessage response = await client.GetAsync(path);

        RateLimit known = Assert.Single(client.GetRateLimits());
        Assert.Equal((group, limit, 1, limit - 1), (known.Resource, known.Limit, known.Used, known.Remaining));
    }

    [Fact]
    public async Task Request_Anonymous_HasTheSmallLimit()
    {
        using BitbucketClient client = new ScriptedTransport(Answers.Json("{}")).CreateClient();

        using HttpResponseMessage response = await client.GetAsync("/repositories/acme");

        Assert.Equal("anonymous: 59 of 60 left", Assert.Single(client.GetRateLimits()).ToString());
    }

    [Fact]
    public async Task Refusal_WithoutRetries_HoldsNobodyUp()
    {
        FakeTimeProvider time = new();
        ScriptedTransport transport = new(Answers.Text(Refusal, "text/plain", HttpStatusCode.TooManyRequests), Answers.Json("{}"));
        using BitbucketClient client = transport.CreateClient(new CountingSigner(), time: time, retries: 0);

        BitbucketException e = await Assert.ThrowsAsync<BitbucketApiException>(() => client.GetAsync());
        using HttpResponseMessage response = await client.GetAsync();

        Assert.Equal(BitbucketErrorKind.RateLimited, e.Kind);
        RateLimit known = Assert.Single(client.GetRateLimits());
        Assert.Equal((2, 1, null), (known.Used, known.Rejected, known.PausedUntil));
    }

    [Fact]
    public async Task Refusal_WithRetries_IsWaitedOutByAllOfItsGroupAndByNoOther()
    {
        FakeTimeProvider time = new();
        ScriptedTransport transport = new(
            Answers.Text(Refusal, "text/plain", HttpStatusCode.TooManyRequests), Answers.Json("{}"), Answers.Json("{}"), Answers.Json("{}"));
        using BitbucketClient client = transport.CreateClient(new CountingSigner(), time: time, retries: 1);

        Task<HttpResponseMessage> refused = client.GetAsync();
        Task<HttpResponseMessage> next = client.GetAsync();
        using HttpResponseMessage other = await client.GetAsync("/repositories/acme");

        Assert.False(refused.IsCompleted || next.IsCompleted);
        Assert.Equal(2, transport.Requests.Count);
        time.Advance(TimeSpan.FromMinutes(1));
        using HttpResponseMessage first = await refused;
        using HttpResponseMessage second = await next;
        Assert.Equal(4, transport.Requests.Count);
    }
}
