using System.Management.Automation;
using System.Net;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.PullRequests;

public sealed class RevokeTests
{
    private const string Unapprove = "DELETE /2.0/repositories/demo/api/pullrequests/2/approve";

    [Fact]
    public async Task Revoke_Approval_IsFoundAndTakenBack()
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();
        Assert.Equal("approved", await scene.MyReviewAsync(2));
        int before = scene.Count;

        Assert.Empty(scene.Run("Revoke-BitbucketPullRequestReview demo/api 2").Clean());

        Assert.Equal(["GET /2.0/repositories/demo/api/pullrequests/2?fields=participants", Unapprove], scene.Sandbox.RequestsSince(before));
        Assert.Null(await scene.MyReviewAsync(2));
    }

    [Fact]
    public async Task Revoke_ChangeRequest_IsFoundAndTakenBack()
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();
        scene.Run("$pr | Request-BitbucketPullRequestChange").Clean();
        int before = scene.Count;

        Assert.Empty(scene.Run("$pr | Revoke-BitbucketPullRequestReview").Clean());

        Assert.Equal(["DELETE /2.0/repositories/demo/api/pullrequests/1/request-changes"], scene.WritesSince(before));
        Assert.Null(await scene.MyReviewAsync(1));
    }

    [Fact]
    public async Task Revoke_KnownKind_IsOneRequest()
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();
        int before = scene.Count;

        scene.Run("Revoke-BitbucketPullRequestReview demo/api 2 -Approval").Clean();

        Assert.Equal([Unapprove], scene.Sandbox.RequestsSince(before));
    }

    [Theory]
    [InlineData("Revoke-BitbucketPullRequestReview demo/api 1")]
    [InlineData("Revoke-BitbucketPullRequestReview demo/api 1 -Approval")]
    [InlineData("Revoke-BitbucketPullRequestReview demo/api 2 -ChangeRequest")]
    [InlineData("Revoke-BitbucketPullRequestReview demo/api 99")]
    public async Task Revoke_NothingThere_IsNotFound(string script)
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();

        ErrorRecord error = scene.Run(script).SingleError;

        Assert.StartsWith("NotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("demo/api#", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("approved", await scene.MyReviewAsync(2));
    }

    [Fact]
    public async Task Revoke_WhatIf_ChangesNothing()
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();
        int before = scene.Count;

        Assert.Empty(scene.Run("Revoke-BitbucketPullRequestReview demo/api 2 -WhatIf").Clean());

        Assert.Contains("""What if: Performing the operation "Revoke approval" on target "demo/api#2".""", scene.Module.Shown, StringComparison.Ordinal);
        Assert.Empty(scene.WritesSince(before));
    }

    [Fact]
    public void Revoke_AccountUnknown_IsAskedFor()
    {
        using ModuleRunspace module = new();
        ScriptedServer server = new((method, path, _) => Task.FromResult(path switch
        {
            "/2.0/user" => ScriptedServer.Json("""{"uuid": "{me}"}"""),
            _ when method is "GET" => ScriptedServer.Json("""{"participants": [{"user": null, "state": "approved"}, {"user": {"uuid": "{me}"}, "state": "changes_requested"}]}"""),
            _ => new HttpResponseMessage(HttpStatusCode.NoContent),
        }));
        server.Connect(module);

        module.Run("Revoke-BitbucketPullRequestReview acme/web 7 -Session $session").Clean();

        Assert.Equal("DELETE /2.0/repositories/acme/web/pullrequests/7/request-changes", server.Requests.Last());
    }

    [Fact]
    public void Revoke_AccountUnreadable_SaysTheWayOut()
    {
        using ModuleRunspace module = new();
        ScriptedServer server = new((_, _, _) => Task.FromResult(ScriptedServer.Json("{}", HttpStatusCode.Forbidden)));
        server.Connect(module);

        ErrorRecord error = module.Run("Revoke-BitbucketPullRequestReview acme/web 7 -Session $session").SingleError;

        Assert.StartsWith("InvalidArgument,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-Approval", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }
}
