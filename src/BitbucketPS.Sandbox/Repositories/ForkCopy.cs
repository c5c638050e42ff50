namespace BitbucketPS.Sandbox;

/// <summary>Copies a repository on disk.</summary>
internal static class ForkCopy
{
    /// <summary>Makes a bare repository with all branches and tags of another one, which shares nothing with it.</summary>
    public static async Task MakeAsync(GitRepository source, GitRepository target, CancellationToken cancellationToken)
    {
        await source.ForkAsync(target.Path, cancellationToken);

        // The folder of another repository is nothing that a fork should know.
        await GitCommand.RunOrThrowAsync(
            [$"--git-dir={target.Path}", "config", "--remove-section", "remote.origin"], writeInput: null, cancellationToken);
    }
}
