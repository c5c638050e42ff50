using System.Net;
using System.Text.Json;
using BitbucketPS.Client.Tests.Http;

namespace BitbucketPS.Client.Tests.Repositories;

public sealed class RefsClientTests
{
    private static readonly RepositoryId s_repository = new("acme/web");

    [Theory]
    [InlineData("feature/x", "main")]
    [InlineData("größe \"🚀\"\\", "0123456789abcdef0123456789abcdef01234567")]
    public async Task Create_NameAndTarget_AreTheBody(string name, string target)
    {
        ScriptedTransport transport = new(Answers.Json("""{"name": "as the server says"}""", HttpStatusCode.Created));
        using BitbucketClient client = transport.CreateClient();

        Branch branch = await client.Refs.CreateBranchAsync(s_repository, name, target, TestContext.Current.CancellationToken);

        RecordedRequest sent = Assert.Single(transport.Requests);
        Assert.Equal("POST https://api.bitbucket.org/2.0/repositories/acme/web/refs/branches", sent.Line);
        Assert.Equal("application/json", sent.ContentType);
        using JsonDocument body = JsonDocument.Parse(sent.Body!);
        using JsonDocument expected = JsonDocument.Parse(JsonSerializer.Serialize(new { name, target = new { hash = target } }));
        Assert.True(JsonElement.DeepEquals(expected.RootElement, body.RootElement), sent.Body);
        Assert.Equal(("as the server says", s_repository), (branch.Name, branch.Repository));
    }

    [Fact]
    public async Task Create_Unauthorized_SendsTheBodyAgain()
    {
        ScriptedTransport transport = new(Answers.Empty(HttpStatusCode.Unauthorized), Answers.Json("{}", HttpStatusCode.Created));
        using BitbucketClient client = transport.CreateClient(new CountingSigner(recovers: true));

        await client.Refs.CreateBranchAsync(s_repository, "a", "main", TestContext.Current.CancellationToken);

        Assert.NotEmpty(transport.Requests[0].Body!);
        Assert.Equal(transport.Requests[0].Body, transport.Requests[1].Body);
    }

    [Fact]
    public async Task Create_Exists_IsConflictOfTheOperation()
    {
        const string Json = """{"type": "error", "error": {"message": "Branch \"a\" already exists.", "data": {"key": "BRANCH_ALREADY_EXISTS"}}}""";
        using BitbucketClient client = new ScriptedTransport(Answers.Json(Json, HttpStatusCode.BadRequest)).CreateClient();

        BitbucketApiException error = await Assert.ThrowsAsync<BitbucketApiException>(
            () => client.Refs.CreateBranchAsync(s_repository, "a", "main", TestContext.Current.CancellationToken));

        Assert.Equal((BitbucketErrorKind.Conflict, "CreateBranch", "POST"), (error.Kind, error.Operation, error.Method));
    }

    [Fact]
    public async Task Get_Branch_KnowsItsRepository()
    {
        using BitbucketClient client = new ScriptedTransport(Answers.Json("""{"name": "main"}""")).CreateClient();

        Branch branch = await client.Refs.GetBranchAsync(s_repository, "main", TestContext.Current.CancellationToken);

        Assert.Equal(("main", s_repository), (branch.ToString(), branch.Repository));
    }

    [Theory]
    [InlineData(HttpStatusCode.NoContent)]
    [InlineData(HttpStatusCode.OK)]
    public async Task Delete_AnySuccess_IsDone(HttpStatusCode status)
    {
        ScriptedTransport transport = new(Answers.Text("whatever", "text/html", status));
        using BitbucketClient client = transport.CreateClient();

        await client.Refs.DeleteBranchAsync(s_repository, "a", TestContext.Current.CancellationToken);

        Assert.Null(Assert.Single(transport.Requests).Body);
    }
}
