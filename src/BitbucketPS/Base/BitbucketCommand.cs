using System.ComponentModel;
using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>A cmdlet that works in a session.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class BitbucketCommand : BitbucketBaseCommand
{
    private BitbucketSession? _active;

    private protected BitbucketCommand()
    {
    }

    /// <summary>
    /// The session to use; by default the one that Connect-Bitbucket opened in this runspace. Other runspaces, such as those of
    /// ForEach-Object -Parallel, have none of their own: pass it as $using:session.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public BitbucketSession? Session { get; set; }

    /// <summary>The session that is used: open, and known once the pipeline began.</summary>
    private protected BitbucketSession ActiveSession => _active!;

    /// <summary>The session's client, watched for -Verbose.</summary>
    private protected BitbucketClient Client => field ??= ActiveSession.Client.Observe(this);

    /// <inheritdoc />
    protected override void BeginProcessing()
        => RunOrThrow(target: null, () => _active = (Session ?? DefaultSession.Current ?? throw NotConnected()).RequireOpen());

    private static BitbucketException NotConnected() => new(BitbucketErrorKind.NotConnected, "Not connected to Bitbucket.");
}
