using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Says how a build, or another check of a commit, went.
/// </summary>
/// <remarks>
/// Each status of a commit has a key of its own. One that exists already under that key is replaced, so that a build can say
/// INPROGRESS first and SUCCESSFUL in the end with the same command. Merge checks of pull requests count these statuses.
/// </remarks>
/// <example>
/// <summary>Publishes that the build of a commit went well.</summary>
/// <code>New-BitbucketCommitStatus demo/website main -Key ci -State SUCCESSFUL -Url https://ci.example.com/builds/7 -Name 'Build 7'</code>
/// </example>
/// <example>
/// <summary>Says of every branch that its build has begun.</summary>
/// <code>Get-BitbucketBranch demo/api | New-BitbucketCommitStatus -Key ci -State INPROGRESS -Url https://ci.example.com/builds</code>
/// </example>
[Cmdlet(VerbsCommon.New, "BitbucketCommitStatus", SupportsShouldProcess = true)]
[OutputType(typeof(CommitStatus))]
[UsesOperation(nameof(CommitOperations.CreateCommitStatus))]
[UsesOperation(nameof(CommitOperations.ListCommits))]
public sealed class NewBitbucketCommitStatusCommand : BitbucketCommitCommand
{
    /// <summary>What tells it from the other statuses of the commit; at most 40 characters.</summary>
    [Parameter(Mandatory = true, Position = 2)]
    [ValidateNotNullOrEmpty]
    public string Key { get; set; } = "";

    /// <summary>How it went: SUCCESSFUL, FAILED, INPROGRESS while it goes on, or STOPPED by a person.</summary>
    [Parameter(Mandatory = true, Position = 3)]
    [ValidateSet("SUCCESSFUL", "FAILED", "INPROGRESS", "STOPPED")]
    public string State { get; set; } = "";

    /// <summary>Where it can be read about, such as the page of the build.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string Url { get; set; } = "";

    /// <summary>Its name, as people see it; the key by default.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>What there is to say about it, such as how many tests failed.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? Description { get; set; }

    /// <summary>The branch or tag that was built, where the commit is in more than one.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(BranchCompleter))]
    public string? Refname { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => Change(Repository, work =>
    {
        (CommitAddress address, string key) = (ResolveCommit(), Key);
        CommitStatusChange status = new()
        {
            // The service knows capital letters only, and the parameter takes any.
            State = State.ToUpperInvariant(),
            Url = Url,
            Name = Name,
            Description = Description,
            Refname = Refname,
        };
        work.Target = address.Status(key);
        return Results.Asked(
            work,
            $"Publish {status.State}",
            () => Client.CommitStatuses.CreateAsync(address.Repository, address.Commit, key, status, StopToken));
    });
}
