using System.Management.Automation;
using BitbucketPS.Sandbox;

namespace BitbucketPS.Tests.PullRequests;

public sealed class ResolveTests
{
    [Theory]
    [InlineData("Resolve-BitbucketPullRequestComment demo/api 1 1")]
    [InlineData("$pr | Get-BitbucketPullRequestComment -Unresolved | Resolve-BitbucketPullRequestComment")]
    public async Task Resolve_Thread_IsClosed(string script)
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();
        scene.Run("New-BitbucketPullRequestComment demo/api 1 'An answer' -ReplyTo 1").Clean();

        string[] resolved = scene.Show(script, "Id", "Repository", "PullRequestId", "IsResolved", "ResolvedBy", "ResolvedOn.Offset");

        Assert.Equal(["1|demo/api|1|True|Dana Demo|00:00:00"], resolved);
        Assert.Equal("Dana Demo", (string?)(await scene.ReadAsync("1/comments/1"))["resolution"]!["user"]!["display_name"]);
        Assert.Empty(scene.Run("Get-BitbucketPullRequestComment demo/api 1 -Unresolved").Clean());
    }

    [Fact]
    public async Task Resolve_CannotBeShownThen_IsDoneAllTheSame()
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();
        scene.Sandbox.Server.Faults.Add(new() { Kind = SandboxFaultKind.Status, Method = "GET", PathContains = "/comments/1", Status = 403 });

        ErrorRecord error = scene.Run("Resolve-BitbucketPullRequestComment demo/api 1 1").SingleError;

        Assert.Contains("demo/api#1/comments/1 is resolved, but it cannot be shown", error.ToString(), StringComparison.Ordinal);
        Assert.NotNull((await scene.ReadAsync("1/comments/1"))["resolution"]);
    }

    [Fact]
    public async Task Resolve_Answer_SaysWhereTheThreadBegins()
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();
        scene.Run("New-BitbucketPullRequestComment demo/api 1 'An answer' -ReplyTo 1").Clean();

        ErrorRecord error = scene.Run("Resolve-BitbucketPullRequestComment demo/api 1 2").SingleError;

        Assert.Contains("ParentId", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resolve_Reopen_OpensTheThreadAgain()
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();

        string[] open = scene.Show(
            "Resolve-BitbucketPullRequestComment demo/api 1 1 | Resolve-BitbucketPullRequestComment -Reopen", "IsResolved", "ResolvedBy", "ResolvedOn");

        Assert.Equal(["False||"], open);
        Assert.Null((await scene.ReadAsync("1/comments/1"))["resolution"]);
    }

    [Theory]
    [InlineData("Resolve-BitbucketPullRequestComment demo/api 1 1", "Resolve-BitbucketPullRequestComment demo/api 1 1", "Conflict", ErrorCategory.ResourceExists)]
    [InlineData("", "Resolve-BitbucketPullRequestComment demo/api 1 1 -Reopen", "NotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("", "Resolve-BitbucketPullRequestComment demo/api 1 2", "Forbidden", ErrorCategory.PermissionDenied)]
    public async Task Resolve_AsItIsAlready_IsOneClearError(string before, string script, string id, ErrorCategory category)
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();
        scene.Run("New-BitbucketPullRequestComment demo/api 1 'An answer' -ReplyTo 1").Clean();
        scene.Run(before).Clean();

        ErrorRecord error = scene.Run(script).SingleError;

        Assert.StartsWith($"{id},", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Contains("demo/api#1/comments/", error.ToString(), StringComparison.Ordinal);
    }
}
