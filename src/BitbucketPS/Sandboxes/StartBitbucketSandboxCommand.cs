using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Starts a sandbox: a Bitbucket on this machine, for trying scripts.
/// </summary>
/// <remarks>
/// <para>
/// Connect-Bitbucket -Sandbox starts one by itself, if none runs. This command is for a sandbox with data of its own, that keeps it, or
/// that is slow or misbehaves. Connect-Bitbucket -Sandbox then uses it.
/// </para>
/// <para>
/// It listens on 127.0.0.1 only, and is no server for real work. It runs until Stop-BitbucketSandbox, and ends with this PowerShell at
/// the latest; if sessions of other processes use it then, with the last of them.
/// </para>
/// </remarks>
/// <example>
/// <summary>Tries a script in a fresh sandbox.</summary>
/// <code>Start-BitbucketSandbox
/// Connect-Bitbucket -Sandbox
/// Get-BitbucketRepository
/// Stop-BitbucketSandbox</code>
/// </example>
/// <example>
/// <summary>Sees how a script bears a slow server that fails at times.</summary>
/// <code>Start-BitbucketSandbox -Latency 20 -Fault 'status,status=503,path=/refs/,times=2'
/// Connect-Bitbucket -Sandbox
/// Get-BitbucketBranch demo/api
/// Stop-BitbucketSandbox</code>
/// </example>
/// <example>
/// <summary>Starts one with more people and repositories.</summary>
/// <code>Start-BitbucketSandbox -Seed @{ repositories = 3; users = 10 }
/// Stop-BitbucketSandbox</code>
/// </example>
/// <example>
/// <summary>Keeps its data in a folder, for the next time.</summary>
/// <code>Start-BitbucketSandbox -DataDirectory ~/bitbucket-sandbox</code>
/// </example>
[Cmdlet(VerbsLifecycle.Start, "BitbucketSandbox", SupportsShouldProcess = true)]
[OutputType(typeof(BitbucketSandbox))]
public sealed class StartBitbucketSandboxCommand : BitbucketBaseCommand
{
    /// <summary>The port to listen on; any free one by default.</summary>
    [Parameter]
    [ValidateRange(0, 65535)]
    public int Port { get; set; }

    /// <summary>The folder that keeps its data, which is made if need be; by default the data goes with the sandbox.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? DataDirectory { get; set; }

    /// <summary>
    /// What a fresh one holds: demo (the default), empty, size=large, or numbers, as text or as a table: @{ repositories = 200; branches = 5000;
    /// pullrequests = 300; users = 50 }.
    /// </summary>
    [Parameter]
    [SeedTransformation]
    [ValidateNotNullOrEmpty]
    public string? Seed { get; set; }

    /// <summary>How much longer each answer of the API takes: milliseconds, or a TimeSpan.</summary>
    [Parameter]
    [MillisecondsTransformation]
    public TimeSpan Latency { get; set; }

    /// <summary>How many requests an account may send in an hour, to repositories and to all else; any number by default.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int RateLimit { get; set; }

    /// <summary>How it misbehaves, such as 'status,status=503,path=/refs/,times=2'. docs/sandbox.md says where all kinds are listed.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] Fault { get; set; } = [];

    /// <summary>Which surprises of the service are on or off, such as 'OldestPipelinesFirst=off'. docs/sandbox.md lists them.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] Quirk { get; set; } = [];

    /// <inheritdoc />
    protected override void EndProcessing() => RunOrThrow(DataDirectory, () =>
    {
        SandboxArguments arguments = new()
        {
            Port = Port,
            DataDirectory = DataDirectory is null ? null : Path.GetFullPath(GetUnresolvedProviderPathFromPSPath(DataDirectory)),
            Seed = Seed,
            Latency = RequireTime(Latency),
            RateLimit = RateLimit > 0 ? RateLimit : null,
            Faults = Fault,
            Quirks = Quirk,
        };
        RequireUnused(arguments.DataDirectory);
        if (ShouldProcess(arguments.DataDirectory ?? "fresh data", "Start sandbox"))
        {
            SandboxProcess started = Await(SandboxProcess.StartAsync(arguments, StopToken));
            WriteObject(new BitbucketSandbox(new(started.Entry, Leases: 0)));
        }
    });

    private static TimeSpan RequireTime(TimeSpan latency) => latency >= TimeSpan.Zero && latency.TotalMilliseconds <= int.MaxValue
        ? latency
        : throw new BitbucketException(BitbucketErrorKind.InvalidArgument, $"-Latency cannot be {latency}.");

    private void RequireUnused(string? folder)
    {
        StringComparison comparison = OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        SandboxRegistry registry = new(text => Post(() => WriteWarning(text)));
        if (folder is not null && Await(registry.FindAsync(StopToken)).FirstOrDefault(running => IsAt(running.Entry)) is { } other)
        {
            throw new BitbucketException(BitbucketErrorKind.SandboxFailed, $"{char.ToUpperInvariant(other.Entry.ToString()[0])}{other.Entry.ToString()[1..]}, has its data in {folder} already.")
            {
                RecommendedAction = FormattableString.Invariant($"Use it with Connect-Bitbucket -Sandbox, stop it with Stop-BitbucketSandbox {other.Entry.ProcessId}, or choose another folder."),
            };
        }

        bool IsAt(SandboxEntry entry) => entry.DataDirectory is { } used
            && string.Equals(Path.TrimEndingDirectorySeparator(used), Path.TrimEndingDirectorySeparator(folder), comparison);
    }
}
