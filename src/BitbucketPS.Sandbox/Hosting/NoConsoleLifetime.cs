namespace BitbucketPS.Sandbox;

/// <summary>
/// Keeps the host's hands off the process: a library that runs inside PowerShell or a test must not take
/// Ctrl-C from it, as ASP.NET Core's default would.
/// </summary>
internal sealed class NoConsoleLifetime : IHostLifetime
{
    /// <inheritdoc/>
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
