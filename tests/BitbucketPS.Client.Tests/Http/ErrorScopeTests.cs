using System.Net;

namespace BitbucketPS.Client.Tests.Http;

public sealed class ErrorScopeTests
{
    private const string ScopeError = """
        {"type": "error", "error": {
            "message": "Your credentials lack one or more required privilege scopes.",
            "detail": {"granted": ["account", "repository"], "required": ["repository:write"]}
        }}
        """;

    [Fact]
    public async Task Scopes_InTheBody_GoBeforeTheHeaders()
    {
        BitbucketApiException error = await Answers.Json(ScopeError, HttpStatusCode.Forbidden)
            .With("X-Accepted-OAuth-Scopes", "other")
            .With("X-OAuth-Scopes", "another")
            .ErrorOfAsync();

        Assert.Equal(["repository:write"], error.RequiredScopes);
        Assert.Equal(["account", "repository"], error.GrantedScopes);
        Assert.Null(error.Detail);
        Assert.Equal("Your credentials lack one or more required privilege scopes. (403 Forbidden)", error.Message);
    }

    [Theory]
    [InlineData("X-OAuth-Scopes", "X-Accepted-OAuth-Scopes")]
    [InlineData("x-oauth-scopes", "x-accepted-oauth-scopes")]
    [InlineData("X-Oauth-Scopes", "X-Accepted-Oauth-Scopes")]
    public async Task Scopes_InHeaders_AreReadInAnySpelling(string granted, string required)
    {
        BitbucketApiException error = await Answers.Json("{}", HttpStatusCode.Forbidden)
            .With(granted, "account, repository,pullrequest:write")
            .With(required, "repository:admin")
            .ErrorOfAsync();

        Assert.Equal(["account", "repository", "pullrequest:write"], error.GrantedScopes);
        Assert.Equal(["repository:admin"], error.RequiredScopes);
    }

    [Fact]
    public async Task Scopes_NowhereInTheAnswer_AreTheCatalogues()
    {
        BitbucketApiException error = await Answers.Json("{}", HttpStatusCode.Forbidden).ErrorOfAsync();

        Assert.Equal(["account"], error.RequiredScopes);
        Assert.Empty(error.GrantedScopes);
    }

    [Fact]
    public async Task Scopes_OfAnUnknownPath_AreEmpty()
    {
        using BitbucketClient client = new ScriptedTransport(Answers.Json("{}", HttpStatusCode.Forbidden)).CreateClient();

        BitbucketApiException error = await Assert.ThrowsAsync<BitbucketApiException>(() => client.GetAsync("/nothing"));

        Assert.Empty(error.RequiredScopes);
    }

    [Fact]
    public async Task Scopes_OfARawRequest_AreThoseOfItsOperation()
    {
        using BitbucketClient client = new ScriptedTransport(Answers.Json("{}", HttpStatusCode.Forbidden)).CreateClient();

        BitbucketApiException error = await Assert.ThrowsAsync<BitbucketApiException>(
            () => client.SendAsync(HttpMethod.Delete, "repositories/acme/web/refs/branches/feature/x"));

        Assert.Equal(("DeleteBranch", "repository:write"), (error.Operation, Assert.Single(error.RequiredScopes)));
    }
}
