using System.Net;
using BitbucketPS.Http;
using BitbucketPS.Json;
using BitbucketPS.Operations;

namespace BitbucketPS;

/// <summary>
/// Finds out whether the server accepts a credential, and what it is. Asks for the account first; not every good credential
/// may read it, so its refusal alone proves nothing.
/// </summary>
internal sealed class CredentialProbe(BitbucketConnection connection, IRequestObserver? observer)
{
    /// <summary>Proves the session's credential.</summary>
    /// <param name="repository">A repository that it is for, if known.</param>
    /// <param name="workspace">A workspace that it is for, if known.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="BitbucketException">The server cannot be reached, or does not accept the credential.</exception>
    public async Task<CredentialFacts> ProveAsync(RepositoryId? repository, string? workspace, CancellationToken cancellationToken)
    {
        try
        {
            return await AskForAccountAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (BitbucketApiException e) when (e.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound)
        {
            // A repository's or project's token may not read the account (403), and another server may not have accounts (404).
            CredentialFacts facts = FactsOf(e);
            if (!facts.NamesCredential && Place(repository, workspace) is { } place)
            {
                facts = await AskAtAsync(place, cancellationToken).ConfigureAwait(false) ?? facts;
            }

            return facts with { IsProven = facts.NamesCredential };
        }
        catch (BitbucketApiException e) when (e.StatusCode == HttpStatusCode.Unauthorized && Place(repository, workspace) is { } place)
        {
            // "Token is invalid, expired, or not supported for this endpoint" says three things. Where it belongs it is accepted.
            if (await AskAtAsync(place, cancellationToken).ConfigureAwait(false) is { } facts)
            {
                return facts;
            }

            throw;
        }
    }

    private async Task<CredentialFacts> AskForAccountAsync(CancellationToken cancellationToken)
    {
        BitbucketRequest request = Request(UserOperations.GetCurrentUser);
        return await connection.RunAsync(
            request,
            async (response, _, token) =>
            {
                using (response)
                {
                    User account = await JsonBody.ReadAsync(response, request, BitbucketJson.Default.User, token).ConfigureAwait(false);
                    return FactsOf(response) with { Account = account };
                }
            },
            observer,
            cancellationToken).ConfigureAwait(false);
    }

    // Public things are answered whoever asks, with a credential that is none as well: only an answer that names the
    // credential counts.
    private async Task<CredentialFacts?> AskAtAsync(BitbucketRequest request, CancellationToken cancellationToken)
    {
        CredentialFacts facts;
        try
        {
            using HttpResponseMessage response = await connection.SendAsync(request, observer, cancellationToken).ConfigureAwait(false);
            facts = FactsOf(response);
        }
        catch (BitbucketApiException e) when (e.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound)
        {
            facts = FactsOf(e);
        }
        catch (BitbucketApiException e) when (e.StatusCode is HttpStatusCode.Unauthorized)
        {
            return null;
        }

        return facts.NamesCredential ? facts : null;
    }

    private BitbucketRequest? Place(RepositoryId? repository, string? workspace) => (repository, workspace) switch
    {
        ({ } one, _) => Request(RepositoryOperations.GetRepository, one.Workspace, one.Slug),
        (_, { } slug) => Request(RepositoryOperations.ListRepositories, slug),
        _ => null,
    };

    private BitbucketRequest Request(Operation operation, params string[] path)
        => new(operation.Method, ServerAddress.Below(connection.BaseUri, $"/2.0{operation.Expand(path)}")) { Operation = operation };

    private static CredentialFacts FactsOf(HttpResponseMessage response)
        => new() { CredentialType = CredentialHeaders.Type(response), Scopes = CredentialHeaders.Scopes(response) };

    private static CredentialFacts FactsOf(BitbucketApiException e) => new() { CredentialType = e.CredentialType, Scopes = e.GrantedScopes };
}
