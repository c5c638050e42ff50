namespace BitbucketPS;

/// <summary>A sandbox that runs on this machine, as a person sees it: where it is and who uses it, and no secret.</summary>
public sealed record BitbucketSandbox
{
    internal BitbucketSandbox(RunningSandbox running)
    {
        SandboxEntry sandbox = running.Entry;
        Address = sandbox.BaseUri;
        ProcessId = sandbox.ProcessId;
        StartedOn = sandbox.StartedOn.ToLocalTime();
        DataDirectory = sandbox.DataDirectory;
        Workspace = sandbox.Workspace;
        ConsumerKey = sandbox.Consumer.ConsumerKey;
        Sessions = running.Leases;
        IsOwned = OwnSandboxes.Has(sandbox.ProcessId);
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>The number of its process.</summary>
    public int ProcessId { get; }

    /// <summary>When it was started.</summary>
    public DateTimeOffset StartedOn { get; }

    /// <summary>The folder that it keeps its data in; null if the data goes with it.</summary>
    public string? DataDirectory { get; }

    /// <summary>The slug of its demo workspace.</summary>
    public string Workspace { get; }

    /// <summary>The key of its OAuth consumer.</summary>
    public string ConsumerKey { get; }

    /// <summary>How many sessions of Connect-Bitbucket -Sandbox used it, in all processes, when this was made.</summary>
    public int Sessions { get; }

    /// <summary>Whether this PowerShell started it.</summary>
    public bool IsOwned { get; }

    /// <summary>Where it is.</summary>
    public override string ToString() => FormattableString.Invariant($"sandbox at {Address.Authority}, process {ProcessId}");
}
