using BitbucketPS.Operations;

namespace BitbucketPS.Client.Tests.Operations;

public sealed class OperationFactsTests
{
    // Above 50 the service answers 400 "Invalid pagelen" for lists of pull requests and of their activity (BCLOUD-13229).
    // For the pull requests of a commit only the default, 30, is known: 50 holds for the other lists of the same items.
    private static readonly Operation[] s_fifty =
    [
        PullRequestOperations.ListPullRequests,
        PullRequestOperations.ListUserPullRequests,
        PullRequestOperations.ListCommitPullRequests,
        PullRequestOperations.ListPullRequestActivity,
        PullRequestOperations.ListRepositoryPullRequestActivity,
    ];

    private static readonly Operation[] s_fiveHundred = [DiffOperations.ListDiffStat, PullRequestOperations.ListPullRequestDiffStat];

    private static readonly Operation[] s_byNumber =
    [
        PipelineOperations.ListPipelines,
        PipelineOperations.ListPipelineSteps,
        PermissionOperations.ListWorkspacePermissions,
        VariableOperations.ListRepositoryVariables,
        VariableOperations.ListEnvironmentVariables,
        VariableOperations.ListWorkspaceVariables,
        VariableOperations.ListUserVariables,
        VariableOperations.ListTeamVariables,
    ];

    [Fact]
    public void PageLimit_IsWhatTheServiceTakes() => Assert.All(OperationCatalogue.All, operation =>
    {
        int expected = (operation.IsPaged, s_fifty.Contains(operation), s_fiveHundred.Contains(operation)) switch
        {
            (false, _, _) => 0,
            (_, true, _) => 50,
            (_, _, true) => 500,
            _ => 100,
        };
        Assert.Equal(expected, operation.PageLimit);
    });

    [Fact]
    public void Paging_ByNumber_IsForBrokenLinksOnly() =>
        Assert.Equal(s_byNumber.ToHashSet(), OperationCatalogue.All.Where(o => o.Paging == OperationPaging.ByNumber).ToHashSet());

    [Fact]
    public void Lists_ArePaged()
    {
        IEnumerable<Operation> lists = OperationCatalogue.All.Where(o => o.Name.StartsWith("List", StringComparison.Ordinal));

        Assert.All(lists, operation => Assert.True(operation.IsPaged, operation.Name));
    }

    [Fact]
    public void RequiredQuery_IsPartOfTheQuery()
    {
        Assert.Equal(["search_query"], SearchOperations.SearchWorkspaceCode.RequiredQuery);
        Assert.Equal(["name"], PipelineConfigOperations.DeletePipelineCachesByName.RequiredQuery);
        Assert.All(OperationCatalogue.All, operation => Assert.Empty(operation.RequiredQuery.Except(operation.Query, StringComparer.Ordinal)));
    }

    [Fact]
    public void Ends_AreSaidOfWhatHasEndedOnly() => Assert.All(OperationCatalogue.All, operation =>
    {
        Assert.True(operation.RemovedOn is null || operation.Status == OperationStatus.Removed, operation.Name);
        Assert.True(operation.ReplacedBy is null || operation.Status is OperationStatus.Removed or OperationStatus.Deprecated, operation.Name);
    });

    [Theory]
    [InlineData("/workspaces", "GET /user/workspaces")]
    [InlineData("/user/permissions/workspaces", "GET /user/workspaces/{workspace}/permission")]
    [InlineData("/user/permissions/repositories", "GET /user/workspaces/{workspace}/permissions/repositories")]
    public void CrossWorkspaceLists_NameTheirReplacement(string path, string replacedBy)
    {
        Operation? operation = OperationCatalogue.Find(HttpMethod.Get, path);

        Assert.Equal(OperationStatus.Removed, operation?.Status);
        Assert.Equal(new DateOnly(2026, 4, 14), operation?.RemovedOn);
        Assert.Equal(replacedBy, operation?.ReplacedBy);
    }

    [Fact]
    public void Replacements_AreLive()
    {
        IEnumerable<string> paths = OperationCatalogue.All
            .SelectMany(operation => (operation.ReplacedBy ?? "").Split(' ', ','))
            .Where(word => word.StartsWith('/'));

        Assert.NotEmpty(paths);
        Assert.All(paths, path => Assert.Equal(OperationStatus.Live, OperationCatalogue.Find(HttpMethod.Get, path)?.Status));
    }
}
