namespace BitbucketPS;

/// <summary>A pull request, as far as it says who takes part in it.</summary>
internal sealed record PullRequestParticipants
{
    /// <summary>The reviewers, and whoever else came by.</summary>
    public IReadOnlyList<Participant> Participants { get; init => field = value ?? []; } = [];
}
