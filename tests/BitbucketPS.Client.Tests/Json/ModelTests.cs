using BitbucketPS.Client.Tests.Http;

namespace BitbucketPS.Client.Tests.Json;

public sealed class ModelTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("""{"name": null, "merge_strategies": null, "target": null, "links": null, "default_merge_strategy": null}""")]
    [InlineData("""{"links": {}, "target": {}}""")]
    [InlineData("""{"target": {"hash": null, "date": null, "message": null, "author": null}, "links": {"self": null, "html": null, "clone": null}}""")]
    [InlineData("""{"target": {"author": {}}}""")]
    [InlineData("""{"target": {"author": {"raw": null, "user": null}}}""")]
    public async Task Branch_AbsentAndNull_AreEmpty(string json)
    {
        Branch branch = await BranchAsync(json);

        Assert.Equal(("", 0), (branch.Name, branch.MergeStrategies.Count));
        Assert.Equal("", branch.ToString());
        Assert.Equal("", branch.Target is { } target ? target.Hash : "");
        Assert.Equal("", branch.Target?.Author is { } author ? author.Raw : "");
        Assert.Equal("", branch.Links is { } links ? links.ToString() : "");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"name": null, "full_name": null, "mainbranch": null, "project": null, "links": null, "description": null}""")]
    [InlineData("""{"project": {}, "mainbranch": {}, "links": {"clone": []}}""")]
    [InlineData("""{"project": {"key": null}, "mainbranch": {"name": null}, "links": {"clone": [null, {}, {"href": null}]}}""")]
    public async Task Repository_AbsentAndNull_AreEmpty(string json)
    {
        Repository repository = await RepositoryAsync(json);

        Assert.Equal(("", "", "", ""), (repository.Name, repository.FullName, repository.Workspace, repository.Slug));
        Assert.Equal("", repository.ToString());
        Assert.Equal("", repository.Project is { } project ? project.Key : "");
        Assert.Null(repository.MainBranch);
        Assert.Empty(repository.Links?.CloneLinks ?? []);
    }

    [Fact]
    public async Task Workspace_AbsentAndNull_AreEmpty()
    {
        const string Json = """{"values": [{}, {"workspace": null}, {"workspace": {}}, {"workspace": {"slug": null}}]}""";
        using BitbucketClient client = new ScriptedTransport(Answers.Json(Json)).CreateClient();

        CancellationToken token = TestContext.Current.CancellationToken;
        List<WorkspaceAccess> all = await client.Workspaces.ListMineAsync(token).ToListAsync(token);

        Assert.Equal(4, all.Count);
        Assert.All(all, access => Assert.Equal("", access.ToString()));
        Assert.All(all.Select(access => access.Workspace).OfType<Workspace>(), workspace => Assert.Equal("", workspace.Slug));
    }

    [Fact]
    public async Task Branch_UnknownValues_AreKept()
    {
        Branch branch = await BranchAsync("""
            {"type": "named_branch", "name": "a", "merge_strategies": ["merge_commit", "of_tomorrow"], "default_merge_strategy": "of_tomorrow"}
            """);

        Assert.Equal(["merge_commit", "of_tomorrow"], branch.MergeStrategies);
        Assert.Equal("of_tomorrow", branch.DefaultMergeStrategy);
    }

    [Theory]
    [InlineData("""{"html": {"href": "https://x"}}""")]
    [InlineData("""{"html": [{"href": "https://x"}, {"href": "https://y"}]}""")]
    [InlineData("""{"html": {"href": "https://x", "name": "n"}, "statuses": {"href": "z"}, "odd": 7}""")]
    [InlineData("""{"html": null, "self": {"href": "https://x"}}""")]
    [InlineData("""{"html": 7, "self": {"href": "https://x"}}""")]
    [InlineData("""{"html": {"href": 7}, "self": {"href": "https://x"}}""")]
    [InlineData("""{"html": [], "self": {"href": "https://x"}}""")]
    public async Task Links_OfAnyShape_AreRead(string links)
    {
        Branch branch = await BranchAsync($$"""{"links": {{links}} }""");

        Assert.Equal("https://x", branch.Links?.ToString());
    }

    [Theory]
    [InlineData("""[{"name": "https", "href": "a"}, {"name": "ssh", "href": "b"}]""", "https=a ssh=b")]
    [InlineData("""{"name": "https", "href": "a"}""", "https=a")]
    [InlineData("""[{"href": "a"}, "x", {"name": "ssh"}]""", "=a")]
    [InlineData("""{}""", "")]
    public async Task CloneLinks_OneOrMany_AreAList(string clone, string expected)
    {
        Repository repository = await RepositoryAsync($$"""{"links": {"clone": {{clone}} } }""");

        IEnumerable<string> links = repository.Links!.CloneLinks!.Select(link => $"{link.Name}={link.Href}");
        Assert.Equal(expected, string.Join(' ', links));
    }

    [Theory]
    [InlineData("2021-04-02T14:25:58+00:00", "2021-04-02T14:25:58.0000000+00:00")]
    [InlineData("2021-04-02T14:25:58.123456+00:00", "2021-04-02T14:25:58.1234560+00:00")]
    [InlineData("2021-04-02T14:25:58.123456Z", "2021-04-02T14:25:58.1234560+00:00")]
    [InlineData("2021-04-02T14:25:58.123Z", "2021-04-02T14:25:58.1230000+00:00")]
    [InlineData("2021-04-02T14:25:58.12345Z", "2021-04-02T14:25:58.1234500+00:00")]
    [InlineData("2021-04-02T14:25:58.123456789Z", "2021-04-02T14:25:58.1234567+00:00")]
    [InlineData("2021-04-02T16:25:58+02:00", "2021-04-02T16:25:58.0000000+02:00")]
    public async Task Date_OfAnyShape_IsRead(string text, string expected)
    {
        Branch branch = await BranchAsync($$"""{"target": {"date": "{{text}}"} }""");

        Assert.Equal(expected, branch.Target?.Date?.ToString("O"));
    }

    [Theory]
    [InlineData("Ada Lovelace <ada@acme.example>", "Ada Lovelace")]
    [InlineData("Ada Lovelace", "Ada Lovelace")]
    [InlineData("<ada@acme.example>", "<ada@acme.example>")]
    [InlineData("", "")]
    public async Task Author_WithoutAccount_IsGits(string raw, string expected)
    {
        Branch branch = await BranchAsync($$"""{"target": {"author": {"raw": "{{raw}}"} } }""");

        Assert.Equal(expected, branch.Target?.Author?.ToString());
    }

    [Theory]
    [InlineData("Subject\\n\\nBody\\n", "Subject")]
    [InlineData("Subject\\r\\nBody", "Subject")]
    [InlineData("Subject", "Subject")]
    [InlineData("", "")]
    public async Task Commit_Summary_IsTheFirstLine(string message, string expected)
    {
        Branch branch = await BranchAsync($$"""{"target": {"hash": "0123456789abcdef", "message": "{{message}}"} }""");

        Assert.Equal((expected, "0123456"), (branch.Target?.Summary, branch.Target?.ShortHash));
    }

    private static async Task<Branch> BranchAsync(string json)
    {
        using BitbucketClient client = new ScriptedTransport(Answers.Json(json)).CreateClient();
        return await client.Refs.GetBranchAsync(new("acme/web"), "main", TestContext.Current.CancellationToken);
    }

    private static async Task<Repository> RepositoryAsync(string json)
    {
        using BitbucketClient client = new ScriptedTransport(Answers.Json(json)).CreateClient();
        return await client.Repositories.GetAsync(new("acme/web"), TestContext.Current.CancellationToken);
    }
}
