using System.Net;
using BitbucketPS.Client.Tests.Http;

namespace BitbucketPS.Client.Tests.Repositories;

public sealed class RepositoryChangeTests
{
    private static readonly RepositoryId s_repository = new("acme/web");

    [Fact]
    public async Task Gotcha32_Update_GoesToTheAddressOfToday()
    {
        ScriptedTransport transport = new(Answers.Json("""{"full_name": "acme/site"}"""), Answers.Json("""{"full_name": "acme/page"}"""));
        using BitbucketClient client = transport.CreateClient();

        Repository changed = await client.Repositories.UpdateAsync(s_repository, new() { Name = "Page" }, TestContext.Current.CancellationToken);

        Assert.Equal("PUT https://api.bitbucket.org/2.0/repositories/acme/site", transport.Requests[1].Line);
        Assert.Equal("""{"name":"Page"}""", transport.Requests[1].Body);
        Assert.Equal("acme/page", changed.FullName);
    }

    [Fact]
    public async Task Update_Missing_MakesNothing()
    {
        ScriptedTransport transport = new(Answers.Json("{}", HttpStatusCode.NotFound));
        using BitbucketClient client = transport.CreateClient();

        await Assert.ThrowsAsync<BitbucketApiException>(
            () => client.Repositories.UpdateAsync(s_repository, new() { Name = "Page" }, TestContext.Current.CancellationToken));

        Assert.Single(transport.Requests);
    }

    [Theory]
    [InlineData("WEB", """{"project":{"key":"WEB"}}""")]
    [InlineData("{0a1b2c3d-0000-0000-0000-000000000000}", """{"project":{"uuid":"{0a1b2c3d-0000-0000-0000-000000000000}"}}""")]
    public async Task Create_Project_IsItsKeyOrUuid(string project, string body)
    {
        ScriptedTransport transport = new(Answers.Json("{}"));
        using BitbucketClient client = transport.CreateClient();

        await client.Repositories.CreateAsync(s_repository, new() { Project = project }, TestContext.Current.CancellationToken);

        Assert.Equal(body, Assert.Single(transport.Requests).Body);
    }

    [Fact]
    public async Task Delete_Redirect_IsInTheQuery()
    {
        ScriptedTransport transport = new(Answers.Empty(HttpStatusCode.NoContent));
        using BitbucketClient client = transport.CreateClient();

        await client.Repositories.DeleteAsync(s_repository, "https://example.com/?a=b", TestContext.Current.CancellationToken);

        Assert.Equal(
            "DELETE https://api.bitbucket.org/2.0/repositories/acme/web?redirect_to=https%3A%2F%2Fexample.com%2F%3Fa%3Db",
            Assert.Single(transport.Lines));
    }

    [Fact]
    public async Task Inheritance_Update_SendsBackWhatItDoesNotKnow()
    {
        ScriptedTransport transport = new(
            Answers.Json("""{"override_settings": {"branching_model": true, "of_tomorrow": [1]}}"""), Answers.Empty(HttpStatusCode.NoContent));
        using BitbucketClient client = transport.CreateClient();

        SettingInheritance now = await client.SettingInheritances.UpdateAsync(
            s_repository, inheritsMergeStrategy: true, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(
            """{"type":"repository_inheritance_state","override_settings":{"branching_model":true,"of_tomorrow":[1],"default_merge_strategy":false}}""",
            transport.Requests[1].Body);
        Assert.Equal(
            new SettingInheritance { Repository = s_repository, InheritsMergeStrategy = true, InheritsBranchingModel = false },
            now);
    }

    [Theory]
    [InlineData("""{"parent": null}""", null)]
    [InlineData("""{"parent": {}}""", null)]
    [InlineData("""{"parent": {"full_name": null}}""", null)]
    [InlineData("""{"parent": {"full_name": "acme/origin", "name": "Origin"}}""", "acme/origin")]
    public async Task Repository_Parent_IsItsAddress(string json, string? expected)
    {
        using BitbucketClient client = new ScriptedTransport(Answers.Json(json)).CreateClient();

        Assert.Equal(expected, (await client.Repositories.GetAsync(s_repository, TestContext.Current.CancellationToken)).Parent?.ToString());
    }
}
