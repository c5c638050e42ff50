using System.Globalization;

namespace BitbucketPS.Sandbox;

/// <summary>The page of a repository.</summary>
internal static class RepositoryPage
{
    private const int Most = 100;

    public static async Task<HtmlPage> MakeAsync(HostedRepository repository, DateTimeOffset now, CancellationToken cancellationToken)
    {
        IReadOnlyList<GitBranch> branches = await repository.Git.ListBranchesAsync(cancellationToken);
        PullRequest[] pullRequests = [.. repository.World.Data.All<PullRequest>(repository.Uuid).Reverse()];
        return new(
            200,
            repository.FullName,
            $"""
            <p>{HtmlTable.Link("Everything")} / {HtmlTable.Link(repository.Workspace.Name, "workspaces", repository.Workspace.Slug)}</p>
            <p>{HtmlPage.Encode(repository.Description)}</p>
            <h2>Branches</h2>
            {HtmlTable.Make(["Branch", "Commit", "Subject", "Author", "Age"], [.. branches.Take(Most).Select(branch => Row(branch, MainBranch.Read(repository.Git), now))], "There are none.")}
            {Rest(branches.Count)}
            <h2>Pull requests</h2>
            {HtmlTable.Make(["Number", "State", "Title", "From", "To", "Author", "Written to"], [.. pullRequests.Take(Most).Select(pullRequest => Row(pullRequest, repository, now))], "There are none.")}
            {Rest(pullRequests.Length)}
            """)
        {
            IsWide = true,
        };
    }

    private static string[] Row(GitBranch branch, string? main, DateTimeOffset now) =>
    [
        HtmlTable.Code(branch.Name) + (string.Equals(branch.Name, main, StringComparison.Ordinal) ? " <strong>main branch</strong>" : ""),
        HtmlTable.Code(branch.Target.Hash[..10]),
        HtmlTable.Text(branch.Target.Message.Split('\n')[0]),
        HtmlTable.Text(branch.Target.AuthorName),
        HtmlTable.Age(branch.Target.Date, now),
    ];

    private static string[] Row(PullRequest pullRequest, HostedRepository repository, DateTimeOffset now) =>
    [
        $"#{HtmlTable.Text(pullRequest.Id)}",
        HtmlTable.Text(pullRequest.State.ToLowerInvariant() + (pullRequest.IsDraft ? ", draft" : "")),
        HtmlTable.Text(pullRequest.Title),
        HtmlTable.Code(pullRequest.SourceBranch),
        HtmlTable.Code(pullRequest.DestinationBranch),
        HtmlTable.Text(repository.World.FindAccount(pullRequest.AuthorUuid)?.DisplayName ?? "somebody who is gone"),
        HtmlTable.Age(pullRequest.UpdatedOn, now),
    ];

    private static string Rest(int count)
        => count > Most ? string.Create(CultureInfo.InvariantCulture, $"<p class=\"soft\">And {count - Most} more.</p>") : "";
}
