using System.Net;
using BitbucketPS.Http;
using BitbucketPS.Signing;

namespace BitbucketPS;

/// <summary>Makes a session of a credential, once the server has shown that it accepts it.</summary>
internal sealed class SessionOpener(Uri baseUri, Uri siteUri, IRequestObserver observer)
{
    public string? Workspace { get; init; }

    public RepositoryId? Repository { get; init; }

    /// <summary>What the session owns and ends with it, such as a sandbox.</summary>
    public IDisposable? Owned { get; init; }

    /// <summary>Opens a session.</summary>
    /// <exception cref="BitbucketException">The server cannot be reached, or does not accept the credential.</exception>
    public async Task<BitbucketSession> OpenAsync(IRequestSigner signer, CancellationToken cancellationToken)
    {
        BitbucketClient client = new(new() { BaseUri = baseUri, Signer = signer });
        try
        {
            User? user = await ProveAsync(client, cancellationToken).ConfigureAwait(false);
            return new(client, siteUri, signer.CredentialKind, Owned)
            {
                Account = user?.ToString(),
                AccountUuid = user?.Uuid,
                Workspace = Workspace ?? Repository?.Workspace,
                Repository = Repository,
                ConnectedOn = TimeProvider.System.GetLocalNow(),
            };
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    // A repository's or project's token may not read the account (403), and another server may not have accounts (404): the
    // credential was accepted all the same.
    private async Task<User?> ProveAsync(BitbucketClient client, CancellationToken cancellationToken)
    {
        try
        {
            return await client.Observe(observer).Users.GetCurrentAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (BitbucketApiException e) when (e.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound)
        {
            return null;
        }
    }
}
