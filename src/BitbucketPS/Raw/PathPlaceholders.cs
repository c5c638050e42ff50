namespace BitbucketPS;

/// <summary>Fills <c>{workspace}</c> and <c>{repo_slug}</c> in a path.</summary>
internal static class PathPlaceholders
{
    private const string Workspace = "{workspace}";
    private const string Slug = "{repo_slug}";

    /// <summary>The path with its placeholders filled.</summary>
    /// <param name="path">The path.</param>
    /// <param name="repository">Finds the repository; asked only if the path needs one.</param>
    /// <param name="workspace">Finds the workspace; asked only if the path needs one and no repository.</param>
    public static string Fill(string path, Func<RepositoryId> repository, Func<string> workspace)
    {
        if (path.Contains(Slug, StringComparison.Ordinal))
        {
            RepositoryId id = repository();
            return Replace(Replace(path, Workspace, id.Workspace), Slug, id.Slug);
        }

        return path.Contains(Workspace, StringComparison.Ordinal) ? Replace(path, Workspace, workspace()) : path;
    }

    private static string Replace(string path, string placeholder, string value)
        => path.Replace(placeholder, Uri.EscapeDataString(value), StringComparison.Ordinal);
}
