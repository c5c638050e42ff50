using BitbucketPS.Profiles;

namespace BitbucketPS;

/// <summary>The sandbox of a new session: one that runs, or else a new one.</summary>
/// <param name="Lease">Holds it for the session.</param>
/// <param name="IsNew">Whether it was started for the session.</param>
internal sealed record SandboxChoice(SandboxLease Lease, bool IsNew)
{
    // As long as a start may take.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    /// <summary>Finds or starts one.</summary>
    /// <param name="warn">Tells the person what hinders the search.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="BitbucketException">None runs, and none can be started.</exception>
    public static async Task<SandboxChoice> MakeAsync(Action<string> warn, CancellationToken cancellationToken)
    {
        // Two that look at the same moment share one, too.
        using LockFile? turn = await TakeTurnAsync(cancellationToken).ConfigureAwait(false);
        foreach (RunningSandbox running in await new SandboxRegistry(warn).FindAsync(cancellationToken).ConfigureAwait(false))
        {
            if (await TryTakeAsync(running.Entry, cancellationToken).ConfigureAwait(false) is { } lease)
            {
                return new(lease, IsNew: false);
            }
        }

        return new(await StartAsync(cancellationToken).ConfigureAwait(false), IsNew: true);
    }

    private static async Task<SandboxLease> StartAsync(CancellationToken cancellationToken)
    {
        SandboxProcess process = await SandboxProcess.StartAsync(new(), cancellationToken).ConfigureAwait(false);
        try
        {
            SandboxLease lease = await TryTakeAsync(process.Entry, cancellationToken).ConfigureAwait(false)
                ?? throw SandboxProcess.Failed("It ended at once.");
            process.CloseInput();
            return lease;
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }

    private static async Task<SandboxLease?> TryTakeAsync(SandboxEntry sandbox, CancellationToken cancellationToken)
    {
        try
        {
            return await SandboxLease.TryTakeAsync(sandbox, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    // Where no turn can be had, each starts its own.
    private static async Task<LockFile?> TakeTurnAsync(CancellationToken cancellationToken)
    {
        try
        {
            string path = Path.Combine(SandboxRegistry.Make(), "start.lock");
            return await LockFile.TakeAsync(path, s_patience, TimeProvider.System, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or TimeoutException)
        {
            return null;
        }
    }
}
