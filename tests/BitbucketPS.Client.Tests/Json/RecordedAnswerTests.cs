using System.Net;
using BitbucketPS.Client.Tests.Http;

namespace BitbucketPS.Client.Tests.Json;

public sealed class RecordedAnswerTests
{
    private static readonly RepositoryId s_repository = new("acme/web");

    [Theory]
    [InlineData("goscm-branches-page-filtered.json")]
    [InlineData("goscm-branches-page.json")]
    [InlineData("jenkins-branches-page.json")]
    public async Task Branches_Recorded_AreWhole(string file)
    {
        using BitbucketClient client = RecordedAnswers.CreateClient(file);
        IAsyncEnumerable<Branch> all = client.Refs.ListBranchesAsync(s_repository, cancellationToken: TestContext.Current.CancellationToken);

        // The list may have a next page, which was not recorded.
        Branch branch = await all.FirstAsync(TestContext.Current.CancellationToken);

        RequireWhole(branch);
    }

    [Theory]
    [InlineData("goscm-branch.json")]
    [InlineData("goscm-branch-created.json")]
    [InlineData("jenkins-branch-2025.json")]
    [InlineData("jenkins-branch-master.json")]
    [InlineData("jenkins-branch-slash.json")]
    public async Task Branch_Recorded_IsWhole(string file)
    {
        using BitbucketClient client = RecordedAnswers.CreateClient(file);

        RequireWhole(await client.Refs.GetBranchAsync(s_repository, "any", TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("atlpy-repository.json")]
    [InlineData("atlpy-repository-created.json")]
    [InlineData("goscm-repository.json")]
    [InlineData("jenkins-repository.json")]
    public async Task Repository_Recorded_IsWhole(string file)
    {
        using BitbucketClient client = RecordedAnswers.CreateClient(file);

        RequireWhole(await client.Repositories.GetAsync(s_repository, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Repositories_RecordedPages_AreRead()
    {
        using BitbucketClient client = RecordedAnswers.CreateClient("atlpy-repositories.json");

        Repository first = await client.Repositories
            .ListAsync("acme", cancellationToken: TestContext.Current.CancellationToken)
            .FirstAsync(TestContext.Current.CancellationToken);

        RequireWhole(first);
    }

    [Theory]
    [InlineData("goscm-repositories-page-1.json", 1)]
    [InlineData("goscm-repositories-page-2.json", 1)]
    [InlineData("goscm-repositories-page-empty.json", 0)]
    public async Task Repositories_RecordedPage_HasItsItems(string file, int expected)
    {
        using BitbucketClient client = RecordedAnswers.CreateClient(file);

        List<Repository> some = await client.Repositories
            .ListAsync("acme", cancellationToken: TestContext.Current.CancellationToken)
            .Take(expected)
            .ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(expected, some.Count);
        Assert.All(some, RequireWhole);
    }

    [Fact]
    public async Task User_Recorded_IsWhole()
    {
        using BitbucketClient client = RecordedAnswers.CreateClient("goscm-user.json");

        User user = await client.Users.GetCurrentAsync(TestContext.Current.CancellationToken);

        Assert.NotEmpty(user.DisplayName!);
        Assert.StartsWith("{", user.Uuid, StringComparison.Ordinal);
        Assert.NotNull(user.CreatedOn);
        Assert.StartsWith("https://", user.Links?.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Workspaces_Recorded_HaveTheirSlugs()
    {
        using BitbucketClient client = RecordedAnswers.CreateClient("goscm-user-workspaces.json");

        List<WorkspaceAccess> all = await client.Workspaces
            .ListMineAsync(TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

        Assert.NotEmpty(all);
        Assert.All(all, access => Assert.NotEmpty(access.Workspace!.Slug));
    }

    [Theory]
    [InlineData("goscm-error-plain.json", "Repository dev/null not found (404 Not Found)")]
    [InlineData("goscm-error-src-missing.json", "No such file or directory: README.md.asdas (404 Not Found)")]
    public async Task Error_Recorded_SaysWhatIsMissing(string file, string expected)
    {
        using HttpResponseMessage answer = RecordedAnswers.Answer(file, HttpStatusCode.NotFound);

        BitbucketApiException error = await answer.ErrorOfAsync();

        Assert.Equal(expected, error.Message);
    }

    private static void RequireWhole(Branch branch)
    {
        Assert.NotEmpty(branch.Name);
        Assert.Equal(s_repository, branch.Repository);
        Assert.Matches("^[0-9a-f]{40}$", branch.Target?.Hash);
        Assert.NotNull(branch.Target?.Date);
        Assert.NotEmpty(branch.Target.Author!.Raw);
        Assert.NotEmpty(branch.Target.Summary!);
        Assert.StartsWith("https://", branch.Links?.Html, StringComparison.Ordinal);
    }

    private static void RequireWhole(Repository repository)
    {
        Assert.NotEmpty(repository.Name);
        Assert.Equal(repository.FullName, $"{repository.Workspace}/{repository.Slug}");
        Assert.True(RepositoryId.TryParse(repository.FullName, out _));
        Assert.StartsWith("{", repository.Uuid, StringComparison.Ordinal);
        Assert.NotNull(repository.CreatedOn);
        Assert.NotNull(repository.UpdatedOn);
        Assert.Equal(["https", "ssh"], repository.Links!.CloneLinks!.Select(link => link.Name).Order(StringComparer.Ordinal));
        Assert.StartsWith("https://", repository.Links.Html, StringComparison.Ordinal);
    }
}
