using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>What it means for pull requests that branches have moved: they follow their source, and are merged when it is in their destination.</summary>
/// <param name="actor">Who moved the branches.</param>
/// <param name="links">Makes the links.</param>
/// <param name="events">Where webhooks hear of it.</param>
/// <param name="now">When.</param>
internal sealed class PullRequestPushes(Account actor, ApiLinks links, EventList events, DateTimeOffset now)
{
    /// <summary>Changes all pull requests that a change of branches changes.</summary>
    /// <param name="repository">Where branches have moved, as it is now.</param>
    /// <param name="before">What there was.</param>
    /// <param name="after">What there is.</param>
    public async Task NoteAsync(HostedRepository repository, RefList before, RefList after)
    {
        foreach (HostedRepository destination in repository.World.Repositories.ToArray())
        {
            bool isHere = IsSame(destination.Uuid, repository.Uuid);
            foreach (PullRequest pullRequest in OpenIn(destination).Where(candidate => isHere || IsSame(candidate.SourceRepositoryUuid, repository.Uuid)))
            {
                PullRequest current = await FollowAsync(destination, pullRequest);
                string? from = isHere ? before.FindBranch(current.DestinationBranch)?.Target.Hash : null;
                string? to = isHere ? after.FindBranch(current.DestinationBranch)?.Target.Hash : null;
                if (!ReferenceEquals(current, pullRequest) || !IsSame(from, to))
                {
                    await SettleAsync(destination, current, from);
                }
            }
        }
    }

    private static bool IsSame(string? left, string? right) => string.Equals(left, right, StringComparison.Ordinal);

    private static PullRequest[] OpenIn(HostedRepository repository)
        => [.. repository.World.Data.All<PullRequest>(repository.Uuid).Where(pullRequest => pullRequest.IsOpen)];

    private async Task<PullRequest> FollowAsync(HostedRepository destination, PullRequest pullRequest)
    {
        PullRequest moved = await PullRequestLookup.RefreshAsync(pullRequest, destination, CancellationToken.None);
        if (IsSame(moved.SourceHash, pullRequest.SourceHash))
        {
            return pullRequest;
        }

        await ReviewReset.ApplyAsync(destination, pullRequest, moved, CancellationToken.None);
        moved = moved with { UpdatedOn = now };
        await SaveAsync(destination, moved, "pullrequest:updated", "pullrequest:push");
        return moved;
    }

    private async Task SettleAsync(HostedRepository destination, PullRequest pullRequest, string? before)
    {
        if (await OutsideMerge.FindAsync(pullRequest, destination, before, CancellationToken.None) is { } merged)
        {
            await SaveAsync(destination, merged with { ClosedBy = actor.Uuid, UpdatedOn = now }, "pullrequest:fulfilled");
        }
    }

    private async Task SaveAsync(HostedRepository destination, PullRequest pullRequest, params string[] keys)
    {
        destination.World.Data.Put(pullRequest, destination.Uuid);
        await PullRequestLog.NoteUpdateAsync(destination, pullRequest, actor.Uuid, now, CancellationToken.None);
        JsonObject json = await PullRequestJson.FullAsync(pullRequest, destination, links, CancellationToken.None);
        foreach (string key in keys)
        {
            events.Add(actor, links, key, destination, new() { ["pullrequest"] = json.DeepClone() });
        }
    }
}
