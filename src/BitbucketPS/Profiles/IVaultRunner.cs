namespace BitbucketPS.Profiles;

/// <summary>Where the commands of SecretManagement run. They are PowerShell's, and need a runspace and its thread.</summary>
internal interface IVaultRunner
{
    /// <summary>Runs work in one piece, while no other work of this process uses the module.</summary>
    /// <param name="work">The work.</param>
    /// <param name="cancellationToken">Ends the wait for others; work that has begun is finished.</param>
    /// <exception cref="BitbucketException">The module cannot be used, or the work fails.</exception>
    Task<T> RunAsync<T>(Func<SecretModule, T> work, CancellationToken cancellationToken);
}
