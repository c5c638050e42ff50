using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Signs out: closes a session and forgets its credential.
/// </summary>
/// <remarks>
/// Without -Session it closes the session of this runspace, and does nothing where there is none. A sandbox that
/// Connect-Bitbucket started ends with the last session that uses it; one of Start-BitbucketSandbox runs on.
/// </remarks>
/// <example>
/// <summary>Signs out.</summary>
/// <code>Disconnect-Bitbucket</code>
/// </example>
/// <example>
/// <summary>Closes a session that was kept in a variable.</summary>
/// <code>$session = Connect-Bitbucket -Sandbox -PassThru
/// Disconnect-Bitbucket -Session $session</code>
/// </example>
[Cmdlet(VerbsCommunications.Disconnect, "Bitbucket")]
[OutputType(typeof(void))]
public sealed class DisconnectBitbucketCommand : BitbucketBaseCommand
{
    /// <summary>The session to close; by default that of this runspace.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    public BitbucketSession? Session { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if ((Session ?? DefaultSession.Current) is { } session)
        {
            DefaultSession.Forget(session);
            session.Close();
        }
    }
}
