using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <content>How it is changed.</content>
public sealed partial class SetBitbucketPullRequestCommand
{
    private static readonly string[] s_changes =
        [nameof(Title), nameof(Description), nameof(DestinationBranch), nameof(Reviewer), nameof(AddReviewer), nameof(RemoveReviewer), nameof(CloseSourceBranch), nameof(Draft)];

    private UserFinder People => field ??= new(Client, ActiveSession);

    /// <inheritdoc />
    protected override void ProcessRecord() => Change(Input, work =>
    {
        PullRequestKey key = ResolvePullRequest();
        work.Target = key.ToString();
        string[] changed = [.. s_changes.Where(MyInvocation.BoundParameters.ContainsKey)];
        return changed.Length > 0 ? ChangeAsync(work, key, changed) : throw new BitbucketException(
            BitbucketErrorKind.InvalidArgument,
            $"There is nothing to change about {key}.")
        {
            RecommendedAction = "Give what is to be changed, such as -Title.",
        };
    });

    private protected override string? AdviceOn(BitbucketException e) => e is BitbucketApiException { Fields: { } fields } && fields.ContainsKey("reviewers")
        ? "Leave whom the message names out: -RemoveReviewer takes a reviewer off who has left, even together with another change. The author cannot review."
        : base.AdviceOn(e);

    private async IAsyncEnumerable<object?> ChangeAsync(InputWork work, PullRequestKey key, string[] changed)
    {
        string workspace = key.Repository.Workspace;
        PullRequestUpdate update = new()
        {
            Title = Title,
            Description = changed.Contains(nameof(Description), StringComparer.Ordinal) ? Description ?? "" : null,
            DestinationBranch = DestinationBranch,
            Reviewers = changed.Contains(nameof(Reviewer), StringComparer.Ordinal)
                ? await People.FindUuidsAsync(workspace, Reviewer ?? [], StopToken).ConfigureAwait(false)
                : null,
            AddReviewers = await People.FindUuidsAsync(workspace, AddReviewer, StopToken).ConfigureAwait(false),
            RemoveReviewers = await FormerAsync(key).ConfigureAwait(false),
            CloseSourceBranch = Given(changed, nameof(CloseSourceBranch), CloseSourceBranch),
            IsDraft = Given(changed, nameof(Draft), Draft),
        };
        if (await work.AskAsync($"Change {string.Join(", ", changed)} of pull request").ConfigureAwait(false))
        {
            yield return await Client.PullRequests.UpdateAsync(key.Repository, key.Id, update, StopToken).ConfigureAwait(false);
        }
    }

    private static bool? Given(string[] changed, string name, SwitchParameter value)
        => changed.Contains(name, StringComparer.Ordinal) ? value.ToBool() : null;

    // Whoever has left the workspace is found among the reviewers alone, and that is who makes changes fail.
    private async Task<string[]> FormerAsync(PullRequestKey key)
    {
        if (RemoveReviewer.Length == 0)
        {
            return [];
        }

        PullRequest pullRequest = await Client.PullRequests.GetAsync(key.Repository, key.Id, StopToken).ConfigureAwait(false);
        string[] known = [.. RemoveReviewer.Select(name => Named(pullRequest.Reviewers, name)).OfType<string>()];
        string[] others = [.. RemoveReviewer.Where(name => Named(pullRequest.Reviewers, name) is null)];
        return [.. known, .. await People.FindUuidsAsync(key.Repository.Workspace, others, StopToken).ConfigureAwait(false)];
    }

    private static string? Named(IReadOnlyList<Account> reviewers, string name)
    {
        Account[] meant = [.. reviewers.Where(reviewer => UserFinder.IsNamed(reviewer, name))];
        return meant is [{ Uuid: { } uuid }] ? uuid : null;
    }
}
