using System.Globalization;

namespace BitbucketPS.Sandbox;

/// <summary>The pull requests of one of many repositories: the merged ones first, then by turns open and declined ones.</summary>
internal sealed class BulkPullRequests
{
    private readonly BulkRepository _seed;
    private readonly BulkHistory _history;
    private readonly IReadOnlyList<string> _hashes;
    private readonly string _repository;

    public BulkPullRequests(BulkRepository seed, BulkHistory history, IReadOnlyList<string> hashes, string repositoryUuid)
    {
        _seed = seed;
        _history = history;
        _hashes = hashes;
        _repository = repositoryUuid;
    }

    public IReadOnlyList<PullRequest> Make()
        => [.. Enumerable.Range(0, _seed.PullRequests).Select(index => index < _seed.Merged ? MakeMerged(index) : MakeOther(index))];

    private PullRequest MakeMerged(int index)
    {
        (int source, int destination, int result) = _history.Merges[index];
        DateTimeOffset merged = BulkHistory.MergedOn(index);
        return Make(index, string.Create(CultureInfo.InvariantCulture, $"done/{index + 1}"), source, merged.AddDays(-2)) with
        {
            State = PullRequest.Merged,
            DestinationHash = _hashes[destination],
            MergeHash = _hashes[result],
            ClosedBy = _seed.Person(index + 5).Uuid,
            UpdatedOn = merged,
        };
    }

    // A branch has one open pull request at most; those that would be a second one are declined.
    private PullRequest MakeOther(int index)
    {
        int place = index - _seed.Merged;
        DateTimeOffset opened = SeedHistory.LastDay.AddDays(-40 + (place % 40));
        bool hasBranch = _seed.Branches > 0;
        string branch = hasBranch ? BulkRepository.BranchName(place % _seed.Branches) : SeedHistory.MainBranch;
        PullRequest open = Make(index, branch, hasBranch ? _history.Heads[place % _seed.Branches] : _history.Main, opened);
        return place % 3 != 2 && place < _seed.Branches
            ? open
            : open with
            {
                State = PullRequest.Declined,
                DestinationHash = _hashes[_history.Main],
                ClosedBy = _seed.Person(index + 5).Uuid,
                Reason = "Not now.",
                UpdatedOn = opened.AddHours(6),
            };
    }

    private PullRequest Make(int index, string branch, int source, DateTimeOffset opened)
    {
        string author = _seed.Person(index + 3).Uuid;
        string[] reviewers = [_seed.Person(index + 4).Uuid, _seed.Person(index + 5).Uuid];
        return new(index + 1)
        {
            Title = string.Create(CultureInfo.InvariantCulture, $"Change {index + 1} of {_seed.Slug}"),
            Description = "As we said on Monday.",
            AuthorUuid = author,
            SourceRepositoryUuid = _repository,
            SourceBranch = branch,
            SourceHash = _hashes[source],
            DestinationBranch = SeedHistory.MainBranch,
            Reviewers = [.. reviewers.Take(index % 3).Distinct(StringComparer.Ordinal).Where(uuid => !string.Equals(uuid, author, StringComparison.Ordinal))],
            CreatedOn = opened,
            UpdatedOn = opened,
        };
    }
}
