using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Gets the sandboxes that run on this machine.
/// </summary>
/// <remarks>
/// These are the sandboxes of this user: those of this PowerShell first, then those that others started, the newest first.
/// Connect-Bitbucket -Sandbox would use the first of them. Each is asked whether it is still there.
/// </remarks>
/// <example>
/// <summary>Shows the sandboxes that run.</summary>
/// <code>Get-BitbucketSandbox</code>
/// </example>
/// <example>
/// <summary>Stops those that no session uses.</summary>
/// <code>Get-BitbucketSandbox | Where-Object Sessions -eq 0 | Stop-BitbucketSandbox</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BitbucketSandbox")]
[OutputType(typeof(BitbucketSandbox))]
public sealed class GetBitbucketSandboxCommand : BitbucketBaseCommand
{
    /// <summary>The number of the sandbox's process; all by default.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(SandboxCompleter))]
    public int[] ProcessId { get; set; } = [];

    /// <inheritdoc />
    protected override void EndProcessing() => RunOrThrow(target: null, () =>
    {
        IReadOnlyList<RunningSandbox> running = Await(new SandboxRegistry(text => Post(() => WriteWarning(text))).FindAsync(StopToken));
        foreach (RunningSandbox sandbox in running.Where(sandbox => ProcessId.Length == 0 || ProcessId.Contains(sandbox.Entry.ProcessId)))
        {
            WriteObject(new BitbucketSandbox(sandbox));
        }

        foreach (int missing in ProcessId.Except(running.Select(sandbox => sandbox.Entry.ProcessId)))
        {
            WriteError(ErrorRecords.From(StopBitbucketSandboxCommand.NotFound(missing), missing));
        }
    });
}
