using System.Globalization;
using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Stops sandboxes.
/// </summary>
/// <remarks>
/// Told nothing, it stops those that this PowerShell started, for Connect-Bitbucket -Sandbox or with Start-BitbucketSandbox. Others
/// have to be named or piped. Sessions that use a stopped sandbox say so when they are used again. Its data is gone with it, unless it
/// has a data directory.
/// </remarks>
/// <example>
/// <summary>Stops what this PowerShell started.</summary>
/// <code>Stop-BitbucketSandbox</code>
/// </example>
/// <example>
/// <summary>Shows which would be stopped, of all that run.</summary>
/// <code>Get-BitbucketSandbox | Stop-BitbucketSandbox -WhatIf</code>
/// </example>
/// <example>
/// <summary>Starts a sandbox, and stops just that one.</summary>
/// <code>$sandbox = Start-BitbucketSandbox
/// Stop-BitbucketSandbox $sandbox.ProcessId</code>
/// </example>
[Cmdlet(VerbsLifecycle.Stop, "BitbucketSandbox", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class StopBitbucketSandboxCommand : BitbucketBaseCommand
{
    private readonly List<int> _named = [];

    /// <summary>The number of the sandbox's process; sandboxes can be piped.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SandboxCompleter))]
    public int[] ProcessId { get; set; } = [];

    /// <inheritdoc />
    protected override void ProcessRecord() => _named.AddRange(ProcessId);

    // What comes down the pipeline is collected first: it may come from Get-BitbucketSandbox, which asks them.
    /// <inheritdoc />
    protected override void EndProcessing()
    {
        IReadOnlyList<SandboxEntry> known = [.. OwnSandboxes.All.Concat(new SandboxRegistry(WriteWarning).Read()).DistinctBy(sandbox => sandbox.ProcessId)];

        // Nothing piped is not the same as nothing told.
        bool isTold = MyInvocation.ExpectingInput || MyInvocation.BoundParameters.ContainsKey(nameof(ProcessId));
        foreach (int id in isTold ? _named.Distinct() : OwnSandboxes.All.Select(sandbox => sandbox.ProcessId).ToArray())
        {
            Run(id, () => Stop(known.FirstOrDefault(sandbox => sandbox.ProcessId == id) ?? throw NotFound(id)));
        }
    }

    /// <summary>The error about a process that is no sandbox.</summary>
    internal static BitbucketException NotFound(int processId)
        => new(BitbucketErrorKind.SandboxNotFound, $"No sandbox runs as process {processId.ToString(CultureInfo.InvariantCulture)}.")
        {
            RecommendedAction = "Get-BitbucketSandbox lists those that run.",
        };

    private void Stop(SandboxEntry sandbox)
    {
        if (ShouldProcess(sandbox.ToString(), "Stop sandbox") && !Await(SandboxEnd.StopAsync(sandbox, StopToken)))
        {
            throw NotFound(sandbox.ProcessId);
        }
    }
}
