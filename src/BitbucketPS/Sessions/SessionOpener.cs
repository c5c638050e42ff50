using System.Net;
using BitbucketPS.Authorization;
using BitbucketPS.Http;

namespace BitbucketPS;

/// <summary>Makes a session of a credential, once the server has shown that it accepts it.</summary>
internal sealed class SessionOpener(Uri baseUri, Uri siteUri, IRequestObserver observer)
{
    public string? Workspace { get; init; }

    public RepositoryId? Repository { get; init; }

    /// <summary>What the session owns and ends with it, such as its hold on a sandbox.</summary>
    public IDisposable? Owned { get; init; }

    /// <summary>How many requests may be under way at once.</summary>
    public required int ThrottleLimit { get; init; }

    /// <summary>How often a request is tried again.</summary>
    public required int MaximumRetryCount { get; init; }

    private string? AnyWorkspace => Workspace ?? Repository?.Workspace;

    /// <summary>Opens a session. A credential that is not accepted is closed; what the session would own is the caller's still.</summary>
    /// <exception cref="BitbucketException">The server cannot be reached, or does not accept the credential.</exception>
    public async Task<BitbucketSession> OpenAsync(SessionCredential credential, CancellationToken cancellationToken)
    {
        BitbucketClient? client = null;
        try
        {
            client = new(new()
            {
                BaseUri = baseUri,
                Signer = credential.Signer,
                ThrottleLimit = ThrottleLimit,
                MaximumRetryCount = MaximumRetryCount,
            });
            CredentialFacts facts = await ProveAsync(client, credential, cancellationToken).ConfigureAwait(false);
            return new(client, credential, siteUri, CredentialKinds.Of(facts, credential), Owned)
            {
                IsProven = facts.IsProven,
                Account = facts.Account?.ToString(),
                AccountUuid = facts.Account?.Uuid,
                Scopes = facts.Scopes.Count > 0 ? facts.Scopes : credential.Tokens?.Current.Scopes ?? [],
                Workspace = AnyWorkspace,
                Repository = Repository,
                ConnectedOn = TimeProvider.System.GetLocalNow(),
            };
        }
        catch
        {
            client?.Dispose();
            credential.Dispose();
            throw;
        }
    }

    private async Task<CredentialFacts> ProveAsync(BitbucketClient client, SessionCredential credential, CancellationToken cancellationToken)
    {
        try
        {
            return await client.Observe(observer).ProveCredentialAsync(Repository, AnyWorkspace, cancellationToken).ConfigureAwait(false);
        }
        catch (BitbucketApiException e) when (e.StatusCode == HttpStatusCode.Unauthorized)
        {
            throw CredentialAdvice.Explain(e, credential.Saved, baseUri, hasPlace: AnyWorkspace is not null);
        }
    }
}
