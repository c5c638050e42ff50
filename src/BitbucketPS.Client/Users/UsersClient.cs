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

    /// <summary>Gets an account.</summary>
    /// <param name="user">Its UUID in braces, or its account id. The service takes no user name.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The account.</returns>
    /// <exception cref="BitbucketException">There is none, or it cannot be read.</exception>
    public Task<User> GetAsync(string user, CancellationToken cancellationToken = default)
        => _runner.GetAsync(UserOperations.GetUser, [user], BitbucketJson.Default.User, cancellationToken);

    /// <summary>Lists the e-mail addresses of the signed-in account.</summary>
    /// <param name="options">How many; null for all.</param>
    /// <param name="cancellationToken">Ends the list.</param>
    /// <returns>The addresses.</returns>
    /// <exception cref="BitbucketException">The list cannot be read.</exception>
    public IAsyncEnumerable<UserEmail> ListEmailsAsync(ListOptions? options = null, CancellationToken cancellationToken = default)
        => _runner.ListAsync(
            UserOperations.ListUserEmails,
            [],
            new QueryString(),
            BitbucketJson.Default.PageUserEmail,
            options,
            cancellationToken);

    /// <summary>Gets one e-mail address of the signed-in account.</summary>
    /// <param name="email">The address.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The address, with what the service knows of it.</returns>
    /// <exception cref="BitbucketException">The account has no such address, or it cannot be read.</exception>
    public Task<UserEmail> GetEmailAsync(string email, CancellationToken cancellationToken = default)
        => _runner.GetAsync(UserOperations.GetUserEmail, [email], BitbucketJson.Default.UserEmail, cancellationToken);
}
