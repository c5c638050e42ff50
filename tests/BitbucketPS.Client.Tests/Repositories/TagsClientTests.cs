using System.Net;
using System.Text.Json;
using BitbucketPS.Client.Tests.Http;
using BitbucketPS.Client.Tests.Json;

namespace BitbucketPS.Client.Tests.Repositories;

public sealed class TagsClientTests
{
    private const string Hash = "0123456789abcdef0123456789abcdef01234567";

    private static readonly RepositoryId s_repository = new("acme/web");

    [Fact]
    public async Task Create_Hash_IsSentAsItIs()
    {
        ScriptedTransport transport = new(Answers.Json("""{"name": "v1"}""", HttpStatusCode.Created));
        using BitbucketClient client = transport.CreateClient();

        Tag tag = await client.Tags.CreateAsync(s_repository, "v1", Hash, "a\nb", TestContext.Current.CancellationToken);

        RecordedRequest sent = Assert.Single(transport.Requests);
        Assert.Equal("POST https://api.bitbucket.org/2.0/repositories/acme/web/refs/tags", sent.Line);
        using JsonDocument body = JsonDocument.Parse(sent.Body!);
        using JsonDocument expected = JsonDocument.Parse(JsonSerializer.Serialize(new { name = "v1", target = new { hash = Hash }, message = "a\nb" }));
        Assert.True(JsonElement.DeepEquals(expected.RootElement, body.RootElement), sent.Body);
        Assert.Equal(("v1", s_repository), (tag.ToString(), tag.Repository));
    }

    [Fact]
    public async Task Create_Branch_IsSentAsItsHash()
    {
        ScriptedTransport transport = new(Answers.Json($$"""{"values": [{"hash": "{{Hash}}"}]}"""), Answers.Json("{}", HttpStatusCode.Created));
        using BitbucketClient client = transport.CreateClient();

        await client.Tags.CreateAsync(s_repository, "v1", "release/1.0", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Contains("include=release%2F1.0", transport.Requests[0].Line, StringComparison.Ordinal);
        Assert.Contains(Hash, transport.Requests[1].Body, StringComparison.Ordinal);
        Assert.DoesNotContain("message", transport.Requests[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gotcha06_TagsWithoutSize_AreReadToTheEnd()
    {
        ScriptedTransport transport = new(
            Answers.Json("""{"values": [{"name": "a"}], "next": "https://api.bitbucket.org/2.0/repositories/acme/web/refs/tags?page=2"}"""),
            Answers.Json("""{"values": [{"name": "b"}]}"""));
        using BitbucketClient client = transport.CreateClient();

        List<Tag> tags = await client.Tags.ListAsync(s_repository, cancellationToken: TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["a", "b"], tags.Select(tag => tag.Name));
    }

    [Fact]
    public async Task Refs_Mixed_AreWhatTheirTypeSays()
    {
        using BitbucketClient client = new ScriptedTransport(Answers.Json(
            """{"values": [{"type": "tag", "name": "v1", "message": "m"}, {"type": "branch", "name": "main"}, {"type": "named_branch"}, {}]}""")).CreateClient();

        List<Ref> refs = await client.Refs.ListAsync(s_repository, cancellationToken: TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["tag v1", "branch main", "branch ", "branch "], refs.Select(item => $"{item.Type} {item}"));
        Assert.All(refs, item => Assert.Equal(s_repository, item.Repository));
    }

    [Theory]
    [InlineData("goscm-tag.json")]
    [InlineData("jenkins-tag-lightweight.json")]
    [InlineData("jenkins-tag-special.json")]
    public async Task Tag_Recorded_IsWhole(string file)
    {
        using BitbucketClient client = RecordedAnswers.CreateClient(file);

        RequireWhole(await client.Tags.GetAsync(s_repository, "any", TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("goscm-tags-page.json")]
    [InlineData("jenkins-tags-page.json")]
    public async Task Tags_Recorded_AreWhole(string file)
    {
        using BitbucketClient client = RecordedAnswers.CreateClient(file);

        RequireWhole(await client.Tags.ListAsync(s_repository, cancellationToken: TestContext.Current.CancellationToken)
            .FirstAsync(TestContext.Current.CancellationToken));
    }

    private static void RequireWhole(Tag tag)
    {
        Assert.NotEmpty(tag.Name);
        Assert.Matches("^[0-9a-f]{40}$", tag.Target?.Hash);
        Assert.NotEmpty(tag.Summary!);
        Assert.StartsWith("https://", tag.Links?.Html, StringComparison.Ordinal);
        Assert.Equal(tag.Date is null, tag.Tagger is null);
    }
}
