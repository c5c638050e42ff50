using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace BitbucketPS.Profiles;

/// <summary>
/// Runs in a runspace of its own, for renewals: nobody knows what the caller's runspace does then, or whether it is still there.
/// It has no screen, so a vault cannot ask; one that tries to, fails.
/// </summary>
internal sealed class OwnVaultRunner(string vault, string modulePath) : IVaultRunner
{
    /// <summary>How long a vault may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <inheritdoc />
    public async Task<T> RunAsync<T>(Func<SecretModule, T> work, CancellationToken cancellationToken)
    {
        using CancellationTokenSource deadline = new(Patience, TimeProvider);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            VaultTurn turn = await VaultTurn.TakeAsync(either.Token).ConfigureAwait(false);

            // The call keeps the turn until it really ends, even if nobody waits for it any more.
            return await Task.Run(() => Run(work, turn, deadline.Token), CancellationToken.None).WaitAsync(deadline.Token).ConfigureAwait(false);
        }
        catch (Exception) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // Whatever the runspace said about being closed.
            throw VaultErrors.NoAnswer(vault, Patience);
        }
    }

    private T Run<T>(Func<SecretModule, T> work, VaultTurn turn, CancellationToken deadline)
    {
        using (turn)
        {
            InitialSessionState state = InitialSessionState.CreateDefault2();
            state.ImportPSModule([modulePath]);
            using Runspace runspace = RunspaceFactory.CreateRunspace(state);
            runspace.Open();
            using CancellationTokenRegistration stop = deadline.Register(runspace.CloseAsync);
            return work(SecretModule.Find(() => Shell(runspace)) ?? throw VaultErrors.NotLoadable(vault, modulePath));
        }
    }

    private static PowerShell Shell(Runspace runspace)
    {
        PowerShell shell = PowerShell.Create();
        shell.Runspace = runspace;
        return shell;
    }
}
