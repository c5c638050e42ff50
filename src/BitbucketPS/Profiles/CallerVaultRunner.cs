namespace BitbucketPS.Profiles;

/// <summary>Runs in the caller's runspace, on the engine's thread: there a vault may ask the person for its password.</summary>
internal sealed class CallerVaultRunner(VaultCaller caller, SecretModule module) : IVaultRunner
{
    /// <inheritdoc />
    public async Task<T> RunAsync<T>(Func<SecretModule, T> work, CancellationToken cancellationToken)
    {
        using VaultTurn turn = await VaultTurn.TakeAsync(cancellationToken).ConfigureAwait(false);
        PostedCall<T> call = new(() => work(module));

        // A thread that is being stopped comes for nothing more, and waits for this task.
        using CancellationTokenRegistration stop = caller.StopToken.Register(call.CallOff);
        caller.Post(call.Run);
        return await call.Task.ConfigureAwait(false);
    }
}
