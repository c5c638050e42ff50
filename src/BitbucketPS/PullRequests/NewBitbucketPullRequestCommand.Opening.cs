namespace BitbucketPS.Cmdlets;

/// <content>How it is opened.</content>
public sealed partial class NewBitbucketPullRequestCommand
{
    private UserFinder People => field ??= new(Client, ActiveSession);

    // One at a time: the second of two with the same branches has to see the first, which the service would change silently.
    /// <inheritdoc />
    protected override void ProcessRecord() => ChangeInTurn((object?)Branch ?? Repository, work =>
    {
        RequireWithout(nameof(Branch), nameof(SourceBranch));
        RepositoryId repository = Branch is null ? ResolveRepository() : PullRequestBranches.RepositoryOf(Branch);
        PullRequestOpening opening = new(Client, People, repository)
        {
            SourceBranch = Branch?.Name ?? SourceBranch ?? PullRequestBranches.RequireCheckedOut(SessionState),
            SourceRepository = SourceRepository?.Resolve(ActiveSession),
            DestinationBranch = DestinationBranch,
        };
        work.Target = opening.Address;
        return OpenAsync(work, repository, opening);
    });

    private protected override string? AdviceOn(BitbucketException e) => e switch
    {
        BitbucketApiException { Fields: { } fields } when fields.ContainsKey("reviewers")
            => "Give -NoDefaultReviewers, and name only active members other than the author with -Reviewer.",
        BitbucketApiException { Kind: BitbucketErrorKind.NotFound } when Fill && SourceRepository is not null
            => "Check the spelling. If the fork has not the newest commits of the destination, bring it up to date, or give -Title and -Description instead of -Fill.",
        _ => base.AdviceOn(e),
    };

    private async IAsyncEnumerable<object?> OpenAsync(InputWork work, RepositoryId repository, PullRequestOpening opening)
    {
        await opening.RequireNoneAsync(StopToken).ConfigureAwait(false);
        PullRequestFill? words = Fill && (Title is null || Description is null) ? await opening.FillAsync(StopToken).ConfigureAwait(false) : null;
        PullRequestDraft draft = new()
        {
            Title = Title ?? words!.Title,
            Description = Description ?? words?.Description,
            SourceBranch = opening.SourceBranch,
            SourceRepository = opening.SourceRepository,
            DestinationBranch = opening.DestinationBranch,
            Reviewers = await opening.ReviewersAsync(Reviewer, !NoDefaultReviewers, StopToken).ConfigureAwait(false),
            CloseSourceBranch = CloseSourceBranch,
            IsDraft = Draft,
        };
        if (await work.AskAsync($"Open pull request into {repository}:{draft.DestinationBranch ?? "its main branch"}").ConfigureAwait(false))
        {
            yield return await Client.PullRequests.CreateAsync(repository, draft, StopToken).ConfigureAwait(false);
        }
    }
}
