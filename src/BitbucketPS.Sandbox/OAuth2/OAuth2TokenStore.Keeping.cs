namespace BitbucketPS.Sandbox;

/// <content>What outlives the process: refresh tokens. Access tokens are got anew with them.</content>
internal sealed partial class OAuth2TokenStore
{
    private readonly HashSet<string> _unsaved = new(StringComparer.Ordinal);

    /// <summary>Takes up what was written down.</summary>
    public void Load(Data data)
    {
        lock (_lock)
        {
            Dictionary<string, OAuth2Grant> grants = new(StringComparer.Ordinal);
            foreach (KeptRefreshToken kept in data.All<KeptRefreshToken>())
            {
                if (!grants.TryGetValue(kept.GrantId, out OAuth2Grant? grant) && data.Find<Account>(kept.AccountUuid) is { } account)
                {
                    grants.Add(kept.GrantId, grant = new(account, kept.Scopes) { Id = kept.GrantId });
                }

                if (grant is not null)
                {
                    _refreshTokens.Add(kept.Hash, new(grant) { ExpiresOn = kept.ExpiresOn, IsUsed = kept.IsUsed });
                }
            }
        }
    }

    /// <summary>Writes down what changed.</summary>
    public void Save(Data data)
    {
        lock (_lock)
        {
            DateTimeOffset now = _clock.GetUtcNow();
            foreach (KeptRefreshToken kept in data.All<KeptRefreshToken>().Where(kept => kept.ExpiresOn <= now).ToArray())
            {
                data.Remove<KeptRefreshToken>(kept.Hash);
            }

            foreach (string hash in _unsaved)
            {
                Save(data, hash);
            }

            _unsaved.Clear();
        }
    }

    private void Save(Data data, string hash)
    {
        if (_refreshTokens.TryGetValue(hash, out OAuth2RefreshToken? token) && !token.Grant.IsRevoked)
        {
            data.Put(new KeptRefreshToken(hash, token.Grant.Id, token.Grant.Account.Uuid, token.Grant.Scopes, token.ExpiresOn, token.IsUsed));
        }
        else
        {
            data.Remove<KeptRefreshToken>(hash);
        }
    }
}
