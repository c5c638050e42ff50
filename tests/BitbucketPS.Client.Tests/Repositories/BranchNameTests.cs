using BitbucketPS.Client.Tests.Http;

namespace BitbucketPS.Client.Tests.Repositories;

/// <summary>Names of branches as they go over the wire.</summary>
public sealed class BranchNameTests
{
    private static readonly RepositoryId s_repository = new("acme/web");

    public static TheoryData<string, string> Names => new()
    {
        { "main", "main" },
        { "feature/x", "feature%2Fx" },
        { "a%2Fb", "a%252Fb" },
        { "%", "%25" },
        { "\u00fc", "%C3%BC" },
        { "u\u0308", "u%CC%88" },
        { "#1", "%231" },
        { "a+b c", "a%2Bb%20c" },
        { "a&b=c?d", "a%26b%3Dc%3Fd" },
        { "it's", "it%27s" },
        { "say\"it\"", "say%22it%22" },
        { "fix-🚀", "fix-%F0%9F%9A%80" },
        { "a/../b", "a%2F..%2Fb" },
        { "%2e%2e", "%252e%252e" },
        { "...", "..." },
        { "a\\b", "a%5Cb" },
        { "{x}@(y)!$,;:|~-_.", "%7Bx%7D%40%28y%29%21%24%2C%3B%3A%7C~-_." },
        { "rtl\u202e", "rtl%E2%80%AE" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task GetAndDelete_HardName_IsOneSegmentEncodedOnce(string name, string expected)
    {
        await using LoopbackServer server = new(LoopbackServer.Answer("""{"name": "x"}"""), LoopbackServer.Answer("", "204 No Content"));
        using BitbucketClient client = server.CreateClient();

        await client.Refs.GetBranchAsync(s_repository, name, TestContext.Current.CancellationToken);
        await client.Refs.DeleteBranchAsync(s_repository, name, TestContext.Current.CancellationToken);

        Assert.Equal(
            [
                $"GET /2.0/repositories/acme/web/refs/branches/{expected}",
                $"DELETE /2.0/repositories/acme/web/refs/branches/{expected}",
            ],
            server.Lines);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData(null)]
    public async Task GetAndDelete_NoName_IsRefusedAndNothingSent(string? name)
    {
        ScriptedTransport transport = new();
        using BitbucketClient client = transport.CreateClient();

        BitbucketException get = await Assert.ThrowsAsync<BitbucketException>(
            () => client.Refs.GetBranchAsync(s_repository, name!, TestContext.Current.CancellationToken));
        BitbucketException delete = await Assert.ThrowsAsync<BitbucketException>(
            () => client.Refs.DeleteBranchAsync(s_repository, name!, TestContext.Current.CancellationToken));

        Assert.Equal((BitbucketErrorKind.InvalidArgument, BitbucketErrorKind.InvalidArgument), (get.Kind, delete.Kind));
        Assert.Empty(transport.Requests);
    }

    [Fact]
    public async Task Get_HalfASurrogatePair_IsRefusedAndNothingSent()
    {
        ScriptedTransport transport = new();
        using BitbucketClient client = transport.CreateClient();

        BitbucketException error = await Assert.ThrowsAsync<BitbucketException>(
            () => client.Refs.GetBranchAsync(s_repository, "a\ud800", TestContext.Current.CancellationToken));

        Assert.Equal(BitbucketErrorKind.InvalidArgument, error.Kind);
        Assert.Empty(transport.Requests);
    }

    [Fact]
    public async Task Get_RepositoryByUuid_EncodesItsBraces()
    {
        const string Uuid = "{8ed0bc31-4e3c-4a0e-8b1f-0123456789ab}";
        await using LoopbackServer server = new(LoopbackServer.Answer("{}"));
        using BitbucketClient client = server.CreateClient();

        await client.Refs.GetBranchAsync(new(Uuid, Uuid), "main", TestContext.Current.CancellationToken);

        const string Encoded = "%7B8ed0bc31-4e3c-4a0e-8b1f-0123456789ab%7D";
        Assert.Equal($"GET /2.0/repositories/{Encoded}/{Encoded}/refs/branches/main", Assert.Single(server.Lines));
    }
}
