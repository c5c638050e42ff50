using System.Text.RegularExpressions;

namespace BitbucketPS.Cmdlets;

/// <content>How they are found.</content>
public sealed partial class GetBitbucketPullRequestCommand
{
    private UserFinder People => field ??= new(Client, ActiveSession);

    // Without states, the service leaves out all but the open ones, whatever the condition says of states.
    private string[] States => State.Contains("All", StringComparer.OrdinalIgnoreCase) || (State.Length == 0 && Filter is not null && StateCondition().Matches(Filter).Any(match => match.Groups["state"].Success))
        ? [.. PullRequestQuery.AllStates]
        : [.. State.Select(state => state.ToUpperInvariant())];

    /// <inheritdoc />
    protected override void ProcessRecord() => Emit(InputObject ?? (object?)Branch ?? Repository, work => ParameterSetName switch
    {
        IdSet => GetOne(work, InputObject is null ? new(ResolveRepository(), Id) : PullRequestKey.Of(InputObject)),
        UserSet => ListOfUser(work),
        _ when Repository?.PullRequestId is { } id => GetOne(work, new(ResolveRepository(), id)),
        _ when Commit is not null => ListOfCommit(work, Commit),
        _ => List(work),
    });

    // Texts are read over, and so are fields of that name that others have.
    [GeneratedRegex(@"""(\\.|[^""\\])*""|(?<![\w.])(?<state>state)\s*(=|!|~|NOT\b|IN\b)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StateCondition();

    private static bool IsIn(PullRequest pullRequest, string[] states) => states.Length == 0 || states.Contains(pullRequest.State, StringComparer.Ordinal);

    private IAsyncEnumerable<object?> GetOne(InputWork work, PullRequestKey key)
    {
        work.Target = key.ToString();
        return new ListPaging(PagingParameters, work, isServers: true)
            .Read(() => Client.PullRequests.GetAsync(key.Repository, key.Id, StopToken));
    }

    private IAsyncEnumerable<object?> ListOfUser(InputWork work)
    {
        string workspace = Workspace ?? ActiveSession.RequireWorkspace("to look in");
        string[] states = States;
        ListPaging paging = new(PagingParameters, work, isServers: true);
        ListOptions options = new() { Skip = paging.Skip, First = paging.First, Progress = work };
        return paging.Read(FindAsync(User!));

        async IAsyncEnumerable<PullRequest> FindAsync(string user)
        {
            Account account = await People.FindAsync(workspace, user, StopToken).ConfigureAwait(false);
            IAsyncEnumerable<PullRequest> all = Client.PullRequests.ListOfUserAsync(workspace, account.Uuid ?? account.AccountId!, states, options, StopToken);
            await foreach (PullRequest pullRequest in all.ConfigureAwait(false))
            {
                yield return pullRequest;
            }
        }
    }

    private IAsyncEnumerable<object?> ListOfCommit(InputWork work, string commit)
    {
        RequireWithout(
            nameof(Commit), nameof(Author), nameof(Reviewer), nameof(SourceBranch), nameof(DestinationBranch), nameof(Branch), nameof(Current), nameof(Filter), nameof(Sort));
        RepositoryId repository = ResolveRepository();
        work.Target = $"{repository}:{commit}";
        string[] states = States;
        ListPaging paging = new(PagingParameters, work, isServers: states.Length == 0);
        ListOptions options = new() { Skip = paging.Skip, First = paging.First, Progress = work };
        return paging.Read(FindAsync(), states.Length == 0 ? null : pullRequest => IsIn(pullRequest, states));

        async IAsyncEnumerable<PullRequest> FindAsync()
        {
            string hash = await Client.Commits.ResolveAsync(repository, commit, StopToken).ConfigureAwait(false);
            await foreach (PullRequest pullRequest in Client.PullRequests.ListOfCommitAsync(repository, hash, options, StopToken).ConfigureAwait(false))
            {
                yield return pullRequest;
            }
        }
    }

    private IAsyncEnumerable<object?> List(InputWork work)
    {
        PullRequestSearch search = new(Client, People, Branch is null ? ResolveRepository() : PullRequestBranches.RepositoryOf(Branch))
        {
            Author = Author,
            Reviewer = Reviewer,
            Source = Source(),
            Destination = NameCondition.Of(DestinationBranch),
            IsOfRepository = Current || Branch is not null,
            MustFind = Current,
        };
        ListPaging paging = new(PagingParameters, work, search.IsServers);
        PullRequestQuery query = new()
        {
            Filter = Filter,
            States = States,
            Sort = Sort,
            Skip = paging.Skip,
            First = paging.First,
            Progress = work,
        };
        return paging.Read(search.FindAsync(query, StopToken), search.IsServers ? null : search.IsMeant);
    }

    private NameCondition? Source()
    {
        RequireWithout(nameof(Current), nameof(SourceBranch), nameof(Branch));
        RequireWithout(nameof(Branch), nameof(SourceBranch));
        string? exact = Current ? PullRequestBranches.RequireCheckedOut(SessionState) : Branch?.Name;
        return exact is null ? NameCondition.Of(SourceBranch) : new(exact);
    }
}
