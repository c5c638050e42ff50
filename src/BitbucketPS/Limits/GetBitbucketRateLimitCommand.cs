using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Gets what is known of the rate limits: how much of them this session has used.
/// </summary>
/// <remarks>
/// <para>
/// Bitbucket counts the requests of an account for each group of resources over a rolling hour, and does not tell how many are
/// left. The session counts what it sends itself; other sessions and programs of the same account use up the same limit. No
/// request is made for this.
/// </para>
/// <para>
/// A group is listed once the session has asked it for something in the last hour; before that the command writes nothing. Source
/// says how the limit is known: from Atlassian's documentation, from a header of an answer, or because a request was refused.
/// </para>
/// </remarks>
/// <example>
/// <summary>Shows how much is left.</summary>
/// <code>Get-BitbucketRateLimit</code>
/// </example>
/// <example>
/// <summary>Asks before a big job whether there is room for it.</summary>
/// <code>if ((Get-BitbucketRateLimit repositories).Remaining -lt 500) { 'Better wait a little.' }</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BitbucketRateLimit")]
[OutputType(typeof(RateLimit))]
public sealed class GetBitbucketRateLimitCommand : BitbucketCommand
{
    /// <summary>The group of resources, such as repositories, in which wildcards may stand; all groups by default.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RateLimitCompleter))]
    public string Resource { get; set; } = "*";

    /// <inheritdoc />
    protected override void ProcessRecord() => Run(Resource, () =>
    {
        NamePattern resource = new(Resource);
        WriteObject(ActiveSession.Client.GetRateLimits().Where(limit => resource.IsMatch(limit.Resource)), enumerateCollection: true);
    });
}
