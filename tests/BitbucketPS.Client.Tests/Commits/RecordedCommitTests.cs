using System.Net;
using System.Text.Json;
using BitbucketPS.Client.Tests.Json;

namespace BitbucketPS.Client.Tests.Commits;

public sealed class RecordedCommitTests
{
    private static readonly RepositoryId s_repository = new("acme/web");

    [Theory]
    [InlineData("goscm-commit.json")]
    [InlineData("jenkins-commit.json")]
    public async Task Commit_Recorded_IsWhole(string file)
    {
        using BitbucketClient client = RecordedAnswers.CreateClient(file);

        Commit commit = await client.Commits.GetAsync(s_repository, "main", TestContext.Current.CancellationToken);

        RequireWhole(commit);
        Assert.StartsWith("https://", commit.Links?.Html, StringComparison.Ordinal);
        using JsonDocument answer = JsonDocument.Parse(RecordedAnswers.Read(file));
        Assert.Equal(
            answer.RootElement.GetProperty("parents").EnumerateArray().Select(parent => parent.GetProperty("hash").GetString()!),
            commit.Parents.Select(parent => parent.Hash));
        Assert.Equal(answer.RootElement.GetProperty("participants").GetArrayLength(), commit.Participants.Count);
    }

    [Theory]
    [InlineData("goscm-commits-page.json")]
    [InlineData("jenkins-commits-include-exclude.json")]
    public async Task Commits_RecordedPage_AreWhole(string file)
    {
        using BitbucketClient client = RecordedAnswers.CreateClient(file);
        using JsonDocument answer = JsonDocument.Parse(RecordedAnswers.Read(file));
        int count = answer.RootElement.GetProperty("values").GetArrayLength();

        CancellationToken token = TestContext.Current.CancellationToken;
        List<Commit> all = await client.Commits.ListAsync(s_repository, cancellationToken: token).Take(count).ToListAsync(token);

        Assert.Equal(count, all.Count);
        Assert.All(all, RequireWhole);
    }

    [Theory]
    [InlineData("atlpy-pullrequest-commits.json")]
    [InlineData("jenkins-pullrequest-commits-fields.json")]
    public async Task PullRequestCommits_Recorded_AreWhole(string file)
    {
        using BitbucketClient client = RecordedAnswers.CreateClient(file);

        CancellationToken token = TestContext.Current.CancellationToken;
        Commit commit = await client.Commits.ListOfPullRequestAsync(s_repository, 1, cancellationToken: token).FirstAsync(token);

        RequireWhole(commit);
    }

    [Theory]
    [InlineData("goscm-commit-statuses-page.json")]
    [InlineData("atlpy-pullrequest-statuses.json")]
    public async Task Statuses_Recorded_AreWhole(string file)
    {
        using BitbucketClient client = RecordedAnswers.CreateClient(file);

        CancellationToken token = TestContext.Current.CancellationToken;
        CommitStatus status = await client.CommitStatuses.ListOfPullRequestAsync(s_repository, 1, cancellationToken: token).FirstAsync(token);

        RequireWhole(status);
    }

    [Theory]
    [InlineData("goscm-commit-status.json", HttpStatusCode.Created)]
    [InlineData("jenkins-commit-status.json", HttpStatusCode.OK)]
    public async Task Status_RecordedWrite_IsWhole(string file, HttpStatusCode answered)
    {
        using BitbucketClient client = new Http.ScriptedTransport(RecordedAnswers.Answer(file, answered)).CreateClient();

        CommitStatus status = await client.CommitStatuses.CreateAsync(
            s_repository, "0123456789abcdef0123456789abcdef01234567", "ci", new() { State = "FAILED", Url = "https://x" }, TestContext.Current.CancellationToken);

        RequireWhole(status);
    }

    private static void RequireWhole(Commit commit)
    {
        Assert.Matches("^[0-9a-f]{40}$", commit.Hash);
        Assert.Equal(s_repository, commit.Repository);
        Assert.NotNull(commit.Date);
        Assert.NotEmpty(commit.Author!.Raw);
        Assert.NotEmpty(commit.Summary!);
    }

    private static void RequireWhole(CommitStatus status)
    {
        Assert.NotEmpty(status.Key);
        Assert.Equal(s_repository, status.Repository);
        Assert.Matches("^[0-9a-f]{12,40}$", status.Commit);
        Assert.NotEmpty(status.State);
        Assert.NotNull(status.Name);
        Assert.NotEmpty(status.Description!);
        Assert.StartsWith("http", status.Url, StringComparison.Ordinal);
        Assert.NotNull(status.CreatedOn);
        Assert.NotNull(status.UpdatedOn);
        Assert.NotNull(status.Links?.Self);
    }
}
