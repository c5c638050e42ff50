namespace BitbucketPS.Sandbox;

/// <content>What outlives the process: access tokens, which never expire.</content>
internal sealed partial class TokenStore
{
    private readonly HashSet<string> _unsaved = new(StringComparer.Ordinal);

    /// <summary>Takes up what was written down.</summary>
    public void Load(Data data, ConsumerRegistration consumer)
    {
        lock (_lock)
        {
            foreach (KeptAccessToken kept in data.All<KeptAccessToken>())
            {
                if (data.Find<Account>(kept.AccountUuid) is { } account)
                {
                    AccessToken token = new() { Token = kept.Token, Secret = kept.Secret, Consumer = consumer, Account = account };
                    token.IsRevoked = kept.IsRevoked;
                    _accessTokens.Add(kept.Token, token);
                }
            }
        }
    }

    /// <summary>Writes down what changed.</summary>
    public void Save(Data data)
    {
        lock (_lock)
        {
            foreach (AccessToken token in _unsaved.Select(text => _accessTokens[text]))
            {
                data.Put(new KeptAccessToken(token.Token, token.Secret, token.Account.Uuid, token.IsRevoked));
            }

            _unsaved.Clear();
        }
    }
}
