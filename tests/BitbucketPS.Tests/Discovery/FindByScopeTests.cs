using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Discovery;

/// <summary>From scopes to the commands that work with them.</summary>
public sealed class FindByScopeTests : IDisposable
{
    private readonly ModuleRunspace _module = new();

    [Theory]
    [InlineData("repository", "ListBranches", "CreateBranch")]
    [InlineData("repository:write", "CreateBranch", "DeleteRepository")]
    [InlineData("pullrequest:write", "CreateBranch ListBranches GetRepository", "DeleteRepository")]
    [InlineData("project", "ListBranches", "CreateBranch")]
    [InlineData("repository:admin", "", "ListBranches CreateBranch")]
    [InlineData("read:repository:bitbucket", "ListBranches", "CreateBranch DeleteBranch")]
    [InlineData("write:repository:bitbucket", "DeleteBranch", "ListBranches CreateBranch")]
    [InlineData("write:repository:bitbucket,read:repository:bitbucket", "DeleteBranch ListBranches CreateBranch", "")]
    public void FindCommand_Scope_WritesWhatItOpensAndNoMore(string scopes, string opened, string closed)
    {
        string[] operations = _module.Run("Find-BitbucketCommand -Scope $scopes", ("scopes", scopes.Split(','))).Texts("Operation");

        Assert.All(opened.Split(' ', StringSplitOptions.RemoveEmptyEntries), operation => Assert.Contains(operation, operations));
        Assert.All(closed.Split(' ', StringSplitOptions.RemoveEmptyEntries), operation => Assert.DoesNotContain(operation, operations));
        Assert.DoesNotContain("", operations);
    }

    [Theory]
    [InlineData("repository", "Get-BitbucketBranch Get-BitbucketSource Get-BitbucketDiff", "New-BitbucketBranch Set-BitbucketContent Approve-BitbucketCommit Set-BitbucketRepository")]
    [InlineData("repository:write", "New-BitbucketBranch Set-BitbucketContent", "Set-BitbucketRepository")]
    [InlineData("write:repository:bitbucket", "Remove-BitbucketBranch", "New-BitbucketBranch Set-BitbucketContent")]
    public void FindCommand_Scope_WritesTheCommandsThatWorkWithIt(string scope, string working, string refused)
    {
        string[] names = _module.Run("Find-BitbucketCommand -Scope $scope", ("scope", scope)).Texts("Name");

        Assert.Empty(working.Split(' ').Except(names, StringComparer.Ordinal));
        Assert.Empty(refused.Split(' ').Intersect(names, StringComparer.Ordinal));
    }

    public void Dispose() => _module.Dispose();
}
