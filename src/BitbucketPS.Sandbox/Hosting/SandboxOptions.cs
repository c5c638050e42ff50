namespace BitbucketPS.Sandbox;

/// <summary>How a sandbox is started.</summary>
public sealed record SandboxOptions
{
    /// <summary>The port on 127.0.0.1; 0, the default, lets the system choose a free one.</summary>
    public int Port { get; init; }

    /// <summary>
    /// The folder of the bare repositories, which is made if it does not exist and kept; null, the
    /// default, for a temporary one that is deleted when the sandbox is disposed.
    /// </summary>
    public string? DataDirectory { get; init; }

    /// <summary>How many branches <c>extra/0001</c>… <c>demo/website</c> gets on top, when it is first made.</summary>
    public int ExtraBranches { get; init; }

    /// <summary>The clock of the server: of its Date header, of time stamps and of what expires.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
