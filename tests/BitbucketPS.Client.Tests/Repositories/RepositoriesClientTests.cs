using BitbucketPS.Client.Tests.Http;

namespace BitbucketPS.Client.Tests.Repositories;

public sealed class RepositoriesClientTests
{
    [Fact]
    public async Task List_Query_IsSent()
    {
        ScriptedTransport transport = new(Answers.Json("""{"values": []}"""));
        using BitbucketClient client = transport.CreateClient();
        RepositoryQuery query = new()
        {
            Filter = QueryText.All("name ~ " + QueryText.Quote("a\"b"), "is_private = true"),
            Sort = "-updated_on",
            Role = "member",
            PageLength = 10,
        };

        await client.Repositories
            .ListAsync("{acme}", query, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            "GET https://api.bitbucket.org/2.0/repositories/%7Bacme%7D?role=member"
            + "&q=%28name%20~%20%22a%5C%22b%22%29%20AND%20%28is_private%20%3D%20true%29&sort=-updated_on&pagelen=10",
            Assert.Single(transport.Lines));
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    public async Task List_NoWorkspace_IsRefusedAndNothingSent(string workspace)
    {
        ScriptedTransport transport = new();
        using BitbucketClient client = transport.CreateClient();

        BitbucketException error = await Assert.ThrowsAsync<BitbucketException>(async () => await client.Repositories
            .ListAsync(workspace, cancellationToken: TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken));

        Assert.Equal(BitbucketErrorKind.InvalidArgument, error.Kind);
        Assert.Empty(transport.Requests);
    }

    [Fact]
    public async Task Get_Repository_IsAskedByItsParts()
    {
        ScriptedTransport transport = new(Answers.Json("""{"name": "Web Site", "full_name": "acme/web", "mainbranch": {"name": "main"}}"""));
        using BitbucketClient client = transport.CreateClient();

        Repository repository = await client.Repositories.GetAsync(new("acme/web"), TestContext.Current.CancellationToken);

        Assert.Equal("GET https://api.bitbucket.org/2.0/repositories/acme/web", Assert.Single(transport.Lines));
        Assert.Equal(
            ("Web Site", "acme", "web", "main", "acme/web"),
            (repository.Name, repository.Workspace, repository.Slug, repository.MainBranch, repository.ToString()));
    }
}
