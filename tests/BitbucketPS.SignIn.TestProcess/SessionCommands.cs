using System.Globalization;
using BitbucketPS.Http;
using BitbucketPS.OAuth2;
using BitbucketPS.Profiles;
using BitbucketPS.Signing;

namespace BitbucketPS.SignIn.TestProcess;

/// <summary>What the process can be told to do with a saved sign-in, as a session of the module does it.</summary>
/// <param name="store">The store of the profile.</param>
internal sealed class SessionCommands(IProfileStore store) : IDisposable
{
    private readonly SimulatedClock _clock = new();
    private HttpMessageInvoker? _transport;
    private BitbucketClient? _client;

    /// <summary>Does it.</summary>
    /// <param name="command">What: <c>time</c> (Unix seconds), <c>open</c> (profile), or <c>get</c> (how many requests at once).</param>
    /// <param name="word">With what.</param>
    /// <returns>The answer.</returns>
    public Task<string> RunAsync(string command, string word) => command switch
    {
        "time" => SetTimeAsync(long.Parse(word, CultureInfo.InvariantCulture)),
        "open" => OpenAsync(word),
        _ => GetAsync(int.Parse(word, CultureInfo.InvariantCulture)),
    };

    /// <summary>Whether a command is one of these.</summary>
    /// <param name="command">The command.</param>
    public static bool Has(string command) => command is "time" or "open" or "get";

    public void Dispose()
    {
        _client?.Dispose();
        _transport?.Dispose();
    }

    private Task<string> SetTimeAsync(long seconds)
    {
        _clock.Set(DateTimeOffset.FromUnixTimeSeconds(seconds));
        return Task.FromResult("");
    }

    private async Task<string> OpenAsync(string name)
    {
        SavedProfile profile = (await store.FindAsync(name, default))!;
        SavedOAuth2 saved = (SavedOAuth2)profile.Credential;
        _transport = new(Pipeline.CreateTransport());
        OAuth2TokenSource tokens = new(saved.ToToken(), new()
        {
            Endpoint = new SignInServices().CreateEndpoint(new()
            {
                SiteUri = profile.SiteUri,
                ConsumerKey = saved.ConsumerKey,
                ConsumerSecret = saved.ConsumerSecret,
                Transport = _transport,
                TimeProvider = _clock,
            }),
            Store = new ProfileTokenStore(store, name, saved.SignInId),
            TimeProvider = _clock,
        });
        _client = new(new() { BaseUri = profile.BaseUri, Signer = new OAuth2Signer(tokens) });
        return "";
    }

    private async Task<string> GetAsync(int count)
    {
        User[] users = await Task.WhenAll(Enumerable.Range(0, count).Select(_ => _client!.Users.GetCurrentAsync()));
        return users.Length.ToString(CultureInfo.InvariantCulture);
    }
}
