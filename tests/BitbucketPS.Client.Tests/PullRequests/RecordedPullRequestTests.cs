using System.Globalization;
using System.Text.Json;
using BitbucketPS.Client.Tests.Json;

namespace BitbucketPS.Client.Tests.PullRequests;

/// <summary>Pull requests of the real service: nothing is lost that the model claims to carry.</summary>
public sealed class RecordedPullRequestTests
{
    private static readonly RepositoryId s_repository = new("acme/web");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("goscm-pullrequest.json")]
    [InlineData("jenkins-pullrequest.json")]
    [InlineData("jenkins-pullrequest-2.json")]
    public async Task PullRequest_Recorded_IsWhole(string file)
    {
        using JsonDocument recorded = JsonDocument.Parse(RecordedAnswers.Read(file));
        using BitbucketClient client = RecordedAnswers.CreateClient(file);

        RequireWhole(recorded.RootElement, await client.PullRequests.GetAsync(s_repository, 1, Token));
    }

    [Theory]
    [InlineData("goscm-pullrequests-page.json")]
    [InlineData("jenkins-pullrequests-page.json")]
    public async Task PullRequests_RecordedPage_AreWhole(string file)
    {
        using JsonDocument recorded = JsonDocument.Parse(RecordedAnswers.Read(file));
        JsonElement[] values = [.. recorded.RootElement.GetProperty("values").EnumerateArray()];
        using BitbucketClient client = RecordedAnswers.CreateClient(file);

        // The list may have a next page, which was not recorded.
        PullRequest[] found = await client.PullRequests.ListAsync(s_repository, new() { First = values.Length }, Token).ToArrayAsync(Token);

        Assert.Equal(values.Length, found.Length);
        Assert.All(values.Zip(found), pair => RequireWhole(pair.First, pair.Second));
    }

    private static void RequireWhole(JsonElement recorded, PullRequest found)
    {
        string[] texts =
        [
            Text(recorded, "id"), Text(recorded, "title"), Text(recorded, "state"), Text(recorded, "description"),
            Text(recorded, "source", "branch", "name"), Text(recorded, "source", "commit", "hash"), Text(recorded, "source", "repository", "full_name"),
            Text(recorded, "destination", "branch", "name"), Text(recorded, "destination", "commit", "hash"),
            Text(recorded, "author", "display_name"), Text(recorded, "author", "uuid"), Text(recorded, "merge_commit", "hash"),
            Text(recorded, "comment_count"), Text(recorded, "task_count"), Text(recorded, "links", "html", "href"),
        ];
        string[] carried =
        [
            found.Id.ToString(CultureInfo.InvariantCulture), found.Title, found.State, found.Description ?? "",
                found.SourceBranch ?? "", found.SourceCommit ?? "", $"{found.SourceRepository}",
            found.DestinationBranch ?? "", found.DestinationCommit ?? "",
            found.Author?.DisplayName ?? "", found.Author?.Uuid ?? "", found.MergeCommit ?? "",
            Count(recorded, "comment_count", found.CommentCount), Count(recorded, "task_count", found.TaskCount), found.Links?.Html ?? "",
        ];
        Assert.Equal(texts, carried);
        Assert.Equal(DateTimeOffset.Parse(Text(recorded, "created_on"), CultureInfo.InvariantCulture), found.CreatedOn);
        Assert.Equal(Length(recorded, "reviewers"), found.Reviewers.Count);
        Assert.Equal(Length(recorded, "participants"), found.Participants.Count);
    }

    private static string Text(JsonElement element, params string[] path)
    {
        foreach (string name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return "";
            }
        }

        return element.ValueKind == JsonValueKind.Null ? "" : element.ToString();
    }

    // What was not recorded is no number, and 0 in the model.
    private static string Count(JsonElement recorded, string name, int count)
        => Text(recorded, name).Length == 0 ? "" : count.ToString(CultureInfo.InvariantCulture);

    private static int Length(JsonElement recorded, string name)
        => recorded.TryGetProperty(name, out JsonElement list) && list.ValueKind == JsonValueKind.Array ? list.GetArrayLength() : 0;
}
