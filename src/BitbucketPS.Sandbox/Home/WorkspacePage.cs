using System.Globalization;

namespace BitbucketPS.Sandbox;

/// <summary>The page of a workspace.</summary>
internal static class WorkspacePage
{
    public static HtmlPage Make(World world, Workspace workspace, DateTimeOffset now)
    {
        IReadOnlyList<string[]> rows =
        [
            .. world.RepositoriesOf(workspace).Select(repository => (string[])
            [
                HtmlTable.Link(repository.Slug, "workspaces", workspace.Slug, repository.Slug),
                HtmlTable.Text(repository.Name),
                HtmlTable.Text(repository.Project.Name),
                repository.IsPrivate ? "private" : "public",
                world.Data.All<PullRequest>(repository.Uuid).Count(pullRequest => pullRequest.IsOpen).ToString(CultureInfo.InvariantCulture),
                HtmlTable.Age(repository.UpdatedOn, now),
            ]),
        ];
        return new(
            200,
            workspace.Name,
            $"""
            <p>{HtmlTable.Link("Everything")}</p>
            {HtmlTable.Make(["Repository", "Name", "Project", "Access", "Open pull requests", "Written to"], rows, "There are no repositories.")}
            """)
        {
            IsWide = true,
        };
    }
}
