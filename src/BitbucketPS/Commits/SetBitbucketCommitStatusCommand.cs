using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Changes what is said about a commit under a key. What is not given stays as it is.
/// </summary>
/// <remarks>
/// Untyped objects with the properties Repository, Commit and Key, as Import-Csv makes them of an exported list, pipe as statuses do.
/// New-BitbucketCommitStatus makes a status, and replaces one whole.
/// </remarks>
/// <example>
/// <summary>Says that a build has ended well.</summary>
/// <code>
/// $build = New-BitbucketCommitStatus demo/website main -Key ci -State INPROGRESS -Url https://ci.example.com/builds/7
/// $build | Set-BitbucketCommitStatus -State SUCCESSFUL -Description '314 tests passed'
/// </code>
/// </example>
[Cmdlet(VerbsCommon.Set, "BitbucketCommitStatus", SupportsShouldProcess = true, DefaultParameterSetName = InputObjectSet)]
[OutputType(typeof(CommitStatus))]
[UsesOperation(nameof(CommitOperations.UpdateCommitStatus))]
[UsesOperation(nameof(CommitOperations.ListCommits), With = nameof(Commit))]
public sealed class SetBitbucketCommitStatusCommand : BitbucketCommitCommand
{
    private const string KeySet = "Key";
    private const string InputObjectSet = "InputObject";

    /// <inheritdoc />
    [Parameter(Position = 0, ParameterSetName = KeySet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [RepositoryTransformation]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(RepositoryCompleter))]
    public override RepositoryIdentity? Repository { get; set; }

    /// <inheritdoc />
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = KeySet, ValueFromPipelineByPropertyName = true)]
    [Alias("Hash", "Target")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(BranchCompleter))]
    public override string Commit { get; set; } = "";

    /// <summary>The key of the status.</summary>
    [Parameter(Mandatory = true, Position = 2, ParameterSetName = KeySet)]
    [ValidateNotNullOrEmpty]
    public string? Key { get; set; }

    /// <summary>A status as Get-BitbucketCommitStatus writes it, or an untyped object with the properties Repository, Commit and Key.</summary>
    [Parameter(Mandatory = true, ParameterSetName = InputObjectSet, ValueFromPipeline = true)]
    [CommitStatusTransformation]
    [ValidateNotNull]
    public CommitStatus? InputObject { get; set; }

    /// <summary>How it went: SUCCESSFUL, FAILED, INPROGRESS while it goes on, or STOPPED by a person.</summary>
    [Parameter]
    [ValidateSet("SUCCESSFUL", "FAILED", "INPROGRESS", "STOPPED")]
    public string? State { get; set; }

    /// <summary>Where it can be read about, such as the page of the build.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Url { get; set; }

    /// <summary>Its name, as people see it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>What there is to say about it; an empty text takes away what was said.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? Description { get; set; }

    /// <summary>The branch or tag that was built.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(BranchCompleter))]
    public string? Refname { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => Change((object?)InputObject ?? Repository, work =>
    {
        (CommitAddress address, string key) = ResolveStatus();
        string target = address.Status(key);
        work.Target = target;
        CommitStatusChange change = Changes(target);
        return Results.Asked(
            work,
            change.State is { } state ? $"Publish {state}" : "Change status",
            () => Client.CommitStatuses.UpdateAsync(address.Repository, address.Commit, key, change, StopToken));
    });

    private (CommitAddress Address, string Key) ResolveStatus()
    {
        if (InputObject is null)
        {
            return (ResolveCommit(), Key!);
        }

        RepositoryId repository = Belonging.Require(InputObject.Repository, $"status '{InputObject.Key}'");
        return (new(repository, InputObject.Commit), InputObject.Key);
    }

    private CommitStatusChange Changes(string target)
    {
        CommitStatusChange change = new()
        {
            State = State?.ToUpperInvariant(),
            Url = Url,
            Name = Name,
            Description = Description,
            Refname = Refname,
        };
        return change != new CommitStatusChange() ? change : throw new BitbucketException(
            BitbucketErrorKind.InvalidArgument, $"Nothing was said that should change of {target}.")
        {
            RecommendedAction = "Give -State, -Url, -Name, -Description or -Refname.",
        };
    }
}
