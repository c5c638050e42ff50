namespace BitbucketPS.Sandbox;

/// <summary>Merges that were pushed and that the process did not live to write down: git has them, and their pull requests are still open.</summary>
internal static class PullRequestHealer
{
    /// <summary>Settles what git decided, in the repositories that were pushed to since the last start.</summary>
    public static async Task HealAsync(SandboxState state, DateTimeOffset now, CancellationToken cancellationToken)
    {
        HostedRepository[] moved = [.. state.Read().Repositories.Where(repository => PushMark.IsSet(repository.Git))];
        if (moved.Length == 0)
        {
            return;
        }

        await state.ChangeAsync(
            async world =>
            {
                foreach (HostedRepository repository in moved)
                {
                    await HealAsync(repository with { World = world }, now, cancellationToken);
                }

                return true;
            },
            cancellationToken);
        foreach (HostedRepository repository in moved)
        {
            PushMark.Clear(repository.Git);
        }
    }

    private static async Task HealAsync(HostedRepository repository, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (PullRequest pullRequest in repository.World.Data.All<PullRequest>(repository.Uuid).Where(candidate => candidate.IsOpen).ToArray())
        {
            PullRequest current = await PullRequestLookup.RefreshAsync(pullRequest, repository, cancellationToken);
            if (await OutsideMerge.FindAsync(current, repository, before: null, cancellationToken) is { } merged)
            {
                string closer = await CloserOfAsync(merged, repository, cancellationToken);
                merged = repository.World.Data.Put(merged with { ClosedBy = closer, UpdatedOn = now }, repository.Uuid);
                await PullRequestLog.NoteUpdateAsync(repository, merged, closer, now, cancellationToken);
            }
        }
    }

    // Who pushed is forgotten with the process; git knows at least who made the commit.
    private static async Task<string> CloserOfAsync(PullRequest merged, HostedRepository repository, CancellationToken cancellationToken)
    {
        GitCommit commit = await repository.Git.ReadCommitAsync(merged.MergeHash!, cancellationToken);
        return repository.World.FindAuthor(commit.CommitterEmail)?.Uuid ?? merged.AuthorUuid;
    }
}
