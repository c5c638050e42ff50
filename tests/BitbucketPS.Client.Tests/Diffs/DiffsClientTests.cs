using System.Net;
using System.Text;
using BitbucketPS.Client.Tests.Http;
using BitbucketPS.Client.Tests.Json;

namespace BitbucketPS.Client.Tests.Diffs;

public sealed class DiffsClientTests
{
    private const string Root = "https://api.bitbucket.org/2.0/repositories/acme/web";

    private static readonly RepositoryId s_repository = new("acme/web");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gotcha31_Between_PutsTheNewerFirst()
    {
        ScriptedTransport transport = new(Answers.Text("a", "text/plain"), Answers.Text("b", "text/plain"), Answers.Json("""{"values": []}"""));
        using BitbucketClient client = transport.CreateClient();
        DiffOptions options = new() { Paths = ["src", "/a b"], IgnoresWhitespace = true, FindsRenames = false, IsTwoDot = true, Context = 0 };
        using MemoryStream text = new();

        await client.Diffs.CopyDiffAsync(s_repository, DiffRange.Between("old", "new"), options, text, Token);
        await client.Diffs.CopyPatchAsync(s_repository, DiffRange.Between("old", "new"), text, Token);
        await client.Diffs.ListStatAsync(s_repository, DiffRange.Between("old", "new"), diff: null, options: null, Token).ToListAsync(Token);

        Assert.Equal(
            [
                $"GET {Root}/diff/new..old?ignore_whitespace=true&renames=false&topic=false&path=src&path=a%20b&context=0",
                $"GET {Root}/patch/new..old",
                $"GET {Root}/diffstat/new..old?pagelen=500",
            ],
            transport.Lines);
        Assert.Equal("b", Encoding.UTF8.GetString(text.ToArray()));
    }

    [Fact]
    public async Task PullRequest_Redirect_IsFollowedSigned()
    {
        ScriptedTransport transport = new(Answers.Redirect(HttpStatusCode.Found, $"{Root}/diff/acme/web:1%0D2?topic=true"), Answers.Text("diff", "text/plain"));
        using BitbucketClient client = transport.CreateClient(new CountingSigner());
        using MemoryStream text = new();

        Assert.Equal(4, await client.Diffs.CopyDiffAsync(s_repository, 7, text, Token));
        Assert.Equal([$"GET {Root}/pullrequests/7/diff", $"GET {Root}/diff/acme/web:1%0D2?topic=true"], transport.Lines);
        Assert.All(transport.Requests, request => Assert.NotNull(request.Authorization));
    }

    [Theory]
    [InlineData("goscm-diffstat.json")]
    [InlineData("goscm-pullrequest-diffstat.json")]
    [InlineData("jenkins-diffstat.json")]
    public async Task Stat_Recorded_IsWhole(string file)
    {
        using BitbucketClient client = RecordedAnswers.CreateClient(file);

        DiffStat first = await client.Diffs.ListStatAsync(s_repository, 7, options: null, Token).FirstAsync(Token);

        Assert.NotEmpty(first.Path);
        Assert.NotEmpty(first.Status);
        Assert.Matches("^[0-9a-f]{12,40}$", first.Commit);
        Assert.Equal((s_repository, 7L), (first.Repository, first.PullRequestId));
    }

    [Fact]
    public async Task Stat_RecordedRemovedAndRenamed_HaveTheirPaths()
    {
        using BitbucketClient client = RecordedAnswers.CreateClient("goscm-diffstat.json");

        List<DiffStat> all = await client.Diffs.ListStatAsync(s_repository, DiffRange.OfCommit("a"), diff: null, options: null, Token).ToListAsync(Token);

        Assert.Equal(
            ["modified CONTRIBUTING.md CONTRIBUTING.md 15 15", "renamed old-folder/CONTRIBUTING.md new-folder/CONTRIBUTING.md 0 0", "removed CONTRIBUTING.md CONTRIBUTING.md 0 15"],
            all.Select(file => $"{file.Status} {file.OldPath} {file.Path} {file.LinesAdded} {file.LinesRemoved}"));
        Assert.Equal("dec26e0fe887167743c2b7e36531dedfeb6cd478", all[2].Commit);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"status": null, "old": null, "new": null}""")]
    [InlineData("""{"old": {"path": null, "links": {} }, "new": {"links": {"self": {"href": "https://x/src/../y"} } } }""")]
    public async Task Stat_AbsentAndNull_AreEmpty(string json)
    {
        using BitbucketClient client = new ScriptedTransport(Answers.Json($$"""{"values": [{{json}}]}""")).CreateClient();

        DiffStat file = await client.Diffs.ListStatAsync(s_repository, 7, options: null, Token).FirstAsync(Token);

        Assert.Equal(("", "", "", 0, 0), (file.Status, file.Path, $"{file}", file.LinesAdded, file.LinesRemoved));
        Assert.Null(file.OldPath);
        Assert.Null(file.Commit);
    }
}
