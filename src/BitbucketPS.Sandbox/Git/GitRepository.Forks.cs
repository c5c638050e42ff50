namespace BitbucketPS.Sandbox;

/// <content>Between repositories.</content>
internal sealed partial class GitRepository
{
    /// <summary>Copies everything that people see of it to a new repository.</summary>
    /// <param name="path">The folder of the copy, which must not exist.</param>
    /// <param name="cancellationToken">Kills git.</param>
    public Task ForkAsync(string path, CancellationToken cancellationToken)
        => GitCommand.RunOrThrowAsync(
            ["clone", "--quiet", "--bare", "--no-hardlinks", "--template=", "--", Path, path], writeInput: null, cancellationToken);

    /// <summary>Gets a commit of another repository, and keeps it under a name that nobody sees.</summary>
    /// <param name="other">Where the commit is.</param>
    /// <param name="branch">The branch there whose head it is.</param>
    /// <param name="name">Below <c>refs/sandbox/</c>.</param>
    /// <param name="cancellationToken">Kills git.</param>
    public Task FetchFromAsync(GitRepository other, string branch, string name, CancellationToken cancellationToken)
        => GitCommand.RunOrThrowAsync(
            InRepository("fetch", "--quiet", "--no-tags", "--", other.Path, $"+{HeadsPrefix}{branch}:refs/sandbox/{name}"),
            writeInput: null,
            cancellationToken);

    /// <summary>Keeps a commit that no branch may lead to any more, under a name that nobody sees.</summary>
    /// <param name="hash">Its full hash.</param>
    /// <param name="name">Below <c>refs/sandbox/</c>.</param>
    /// <param name="cancellationToken">Kills git.</param>
    public Task KeepAsync(string hash, string name, CancellationToken cancellationToken)
        => RunAsync(cancellationToken, "update-ref", "--", $"refs/sandbox/{name}", hash);

    /// <summary>Makes a branch the one that HEAD names.</summary>
    public Task SetMainBranchAsync(string name, CancellationToken cancellationToken)
        => GitCommand.RunOrThrowAsync(InRepository("symbolic-ref", "HEAD", HeadsPrefix + name), writeInput: null, cancellationToken);
}
