using System.ComponentModel;
using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>A cmdlet that compares commits, or shows what a pull request brings.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class BitbucketDiffCommand : BitbucketRepositoryCommand
{
    /// <summary>The set with one commit.</summary>
    private protected const string CommitSet = "Commit";

    /// <summary>The set with two commits.</summary>
    private protected const string RangeSet = "Range";

    /// <summary>The set with a pull request.</summary>
    private protected const string PullRequestSet = "PullRequest";

    private protected BitbucketDiffCommand()
    {
    }

    /// <inheritdoc />
    [Parameter(Position = 0, ParameterSetName = CommitSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 0, ParameterSetName = RangeSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 0, ParameterSetName = PullRequestSet, ValueFromPipeline = true)]
    [RepositoryTransformation]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(RepositoryCompleter))]
    public override RepositoryIdentity? Repository { get; set; }

    /// <summary>
    /// One commit, which is compared with its parent: its hash, or the name of a branch or a tag. A commit that is piped stands for
    /// itself, and a branch or a tag for the commit it points to.
    /// </summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = CommitSet, ValueFromPipelineByPropertyName = true)]
    [Alias("Hash", "Target")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(BranchCompleter))]
    public string? Commit { get; set; }

    /// <summary>The older of two commits: a hash, or the name of a branch or a tag.</summary>
    [Parameter(Mandatory = true, ParameterSetName = RangeSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(BranchCompleter))]
    public string? From { get; set; }

    /// <summary>The newer of two commits: a hash, or the name of a branch or a tag; by default the newest of the main branch.</summary>
    [Parameter(ParameterSetName = RangeSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(BranchCompleter))]
    public string? To { get; set; }

    /// <summary>The number of a pull request.</summary>
    [Parameter(ParameterSetName = PullRequestSet)]
    [ValidateRange(1, long.MaxValue)]
    [ArgumentCompleter(typeof(PullRequestCompleter))]
    public long PullRequestId { get; set; }

    /// <summary>A pull request as Get-BitbucketPullRequest writes it, or an untyped object with the properties Repository and Id.</summary>
    [Parameter(ParameterSetName = PullRequestSet, ValueFromPipeline = true)]
    [PullRequestTransformation]
    [ValidateNotNull]
    public PullRequest? PullRequest { get; set; }

    /// <summary>What the person gave, for errors about it.</summary>
    private protected object? Input => (object?)PullRequest ?? Repository;

    /// <summary>What is compared; to be called while the input is bound.</summary>
    /// <exception cref="BitbucketException">Its repository is not known.</exception>
    private protected DiffTarget ResolveTarget(InputWork work)
    {
        DiffTarget target = Resolve();
        work.Target = $"{target}";
        return target;
    }

    /// <summary>The commits that are compared.</summary>
    private protected async Task<DiffRange> RangeAsync(DiffTarget target)
    {
        string to = target.To ?? await Client.Source.FindCommitAsync(target.Repository, commit: null, StopToken).ConfigureAwait(false);
        return target.From is null ? DiffRange.OfCommit(to) : DiffRange.Between(target.From, to);
    }

    private DiffTarget Resolve()
    {
        if (PullRequest is not null)
        {
            PullRequestKey key = PullRequestKey.Of(PullRequest);
            return new(key.Repository, key.Id, From: null, To: null);
        }

        Array.ForEach([Commit, From, To], RequireOne);
        return ParameterSetName switch
        {
            PullRequestSet when PullRequestId > 0 => new(ResolveRepository(), PullRequestId, From: null, To: null),
            PullRequestSet => throw new BitbucketException(BitbucketErrorKind.InvalidArgument, "Nothing says what to compare.")
            {
                RecommendedAction = "Give -Commit, or -From and -To, or -PullRequestId, or pipe a pull request.",
            },
            RangeSet => new(ResolveRepository(), PullRequestId: null, From, To),
            _ => new(ResolveRepository(), PullRequestId: null, From: null, Commit),
        };
    }

    // The service takes such a text, and reads it the other way round than git does: the diff would be reversed. No name has two dots.
    private static void RequireOne(string? commit)
    {
        int dots = commit?.IndexOf("..", StringComparison.Ordinal) ?? -1;
        if (dots < 0)
        {
            return;
        }

        (string from, string to) = (commit![..dots], commit[dots..].TrimStart('.'));
        throw new BitbucketException(BitbucketErrorKind.InvalidArgument, $"'{commit}' is two commits.")
        {
            RecommendedAction = from.Length > 0 && to.Length > 0 ? $"Give -From {from} -To {to}." : "Give them with -From and -To.",
        };
    }
}
