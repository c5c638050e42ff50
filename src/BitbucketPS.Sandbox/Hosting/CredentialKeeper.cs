namespace BitbucketPS.Sandbox;

/// <summary>Writes down the tokens that clients keep from one start of the sandbox to the next.</summary>
internal sealed class CredentialKeeper
{
    private readonly SandboxState _state;
    private readonly TokenStore _oauth1;
    private readonly OAuth2TokenStore _oauth2;

    public CredentialKeeper(SandboxState state, TokenStore oauth1, OAuth2TokenStore oauth2)
    {
        _state = state;
        _oauth1 = oauth1;
        _oauth2 = oauth2;
    }

    /// <summary>Takes up what an earlier process wrote down.</summary>
    /// <param name="consumer">Whom the tokens were given to.</param>
    public void Load(ConsumerRegistration consumer)
    {
        Data data = _state.Read().Data;
        _oauth1.Load(data, consumer);
        _oauth2.Load(data);
    }

    /// <summary>
    /// Writes down what changed; to be done before it is answered. What somebody else's call took with it may be on its way to the
    /// disk, so that this waits its turn even where nothing is left to write.
    /// </summary>
    public Task SaveAsync() => _state.ChangeAsync(Save, CancellationToken.None);

    private void Save(World world)
    {
        _oauth1.Save(world.Data);
        _oauth2.Save(world.Data);
    }
}
