using BitbucketPS.Http;
using BitbucketPS.Json;
using BitbucketPS.Operations;

namespace BitbucketPS;

/// <summary>Users and the account that is signed in.</summary>
public sealed class UsersClient
{
    private readonly OperationRunner _runner;

    internal UsersClient(OperationRunner runner)
    {
        _runner = runner;
    }

    /// <summary>Gets the account that the requests are signed for.</summary>
    /// <remarks>Repository and project access tokens cannot read it, and answer 403.</remarks>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The account.</returns>
    /// <exception cref="BitbucketException">The credential is not accepted, or may not do this.</exception>
    public Task<User> GetCurrentAsync(CancellationToken cancellationToken = default)
        => _runner.GetAsync(UserOperations.GetCurrentUser, [], BitbucketJson.Default.User, cancellationToken);
}
