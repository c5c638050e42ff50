using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Notes what happens to pull requests: in their activity, in who takes part, and for webhooks.</summary>
internal static class PullRequestLog
{
    /// <summary>Notes a change of the pull request itself, with its destination as it is then.</summary>
    public static async Task NoteUpdateAsync(
        HostedRepository repository, PullRequest pullRequest, string accountUuid, DateTimeOffset now, CancellationToken cancellationToken)
    {
        string? destination = await PullRequestLookup.DestinationHashAsync(pullRequest, repository, cancellationToken);
        PullRequest snapshot = pullRequest with { DestinationHash = destination };
        Note(repository.World.Data, repository, pullRequest, accountUuid, now, PullRequestEvent.Update, entry => entry with { Snapshot = snapshot });
    }

    /// <summary>Notes what somebody thinks of it, or takes back.</summary>
    public static void NoteReview(ApiCall call, HostedRepository repository, PullRequest pullRequest, string? state)
    {
        string account = call.RequireAccount().Uuid;
        call.Data.Put(new PullRequestParticipant(account, state, call.Now), pullRequest.OwnerIn(repository));
        if (state is not null)
        {
            string kind = state is PullRequestParticipant.Approved ? PullRequestEvent.Approval : PullRequestEvent.ChangesRequest;
            Note(call.Data, repository, pullRequest, account, call.Now, kind, entry => entry);
        }
    }

    /// <summary>Notes a comment, which makes its author take part.</summary>
    public static void NoteComment(ApiCall call, HostedRepository repository, PullRequest pullRequest, PullRequestComment comment)
    {
        string owner = pullRequest.OwnerIn(repository);
        string? state = call.Data.Find<PullRequestParticipant>(comment.AccountUuid, owner)?.State;
        call.Data.Put(new PullRequestParticipant(comment.AccountUuid, state, call.Now), owner);
        Note(call.Data, repository, pullRequest, comment.AccountUuid, call.Now, PullRequestEvent.Comment, entry => entry with { CommentNumber = comment.Number });
    }

    /// <summary>Tells webhooks.</summary>
    /// <param name="call">Who did it.</param>
    /// <param name="key">Such as <c>pullrequest:created</c>.</param>
    /// <param name="repository">Where.</param>
    /// <param name="json">The whole pull request.</param>
    /// <param name="more">What the event tells beside it.</param>
    public static void Tell(ApiCall call, string key, HostedRepository repository, JsonObject json, (string Name, JsonNode Value)? more = null)
    {
        JsonObject payload = new() { ["pullrequest"] = json.DeepClone() };
        if (more is { } extra)
        {
            payload[extra.Name] = extra.Value.DeepClone();
        }

        call.Events.Add(call, key, repository, payload);
    }

    private static void Note(
        Data data, HostedRepository repository, PullRequest pullRequest, string account, DateTimeOffset now, string kind, Func<PullRequestEvent, PullRequestEvent> fill)
        => data.Put(
            fill(new(data.Next("pull request event", repository.Uuid), pullRequest.Number, kind, account, now)), repository.Uuid);
}
