using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Gets the session that the cmdlets of this runspace use.
/// </summary>
/// <remarks>
/// Writes nothing where nobody has signed in. The session shows who is signed in, how, and where; it holds no secret that
/// could be printed. Pass it to other runspaces with -Session.
/// </remarks>
/// <example>
/// <summary>Shows who is signed in.</summary>
/// <code>Get-BitbucketSession</code>
/// </example>
/// <example>
/// <summary>Reads the name of the account, for a log.</summary>
/// <code>(Get-BitbucketSession).Account</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BitbucketSession")]
[OutputType(typeof(BitbucketSession))]
public sealed class GetBitbucketSessionCommand : BitbucketBaseCommand
{
    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (DefaultSession.Current is { } session)
        {
            WriteObject(session);
        }
    }
}
