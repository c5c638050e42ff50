namespace BitbucketPS.Sandbox;

/// <summary>What applications ask people for, and the codes they got, every change of state one at a time.</summary>
internal sealed class AuthorisationCodeStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, AuthorisationRequest> _requests = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AuthorisationCode> _codes = new(StringComparer.Ordinal);
    private readonly TimeProvider _clock;
    private readonly OAuth2TokenStore _tokens;

    public AuthorisationCodeStore(TimeProvider clock, OAuth2TokenStore tokens)
    {
        _clock = clock;
        _tokens = tokens;
    }

    /// <summary>How long a question waits for its answer, and a code for its exchange.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromMinutes(10);

    public void Add(AuthorisationRequest request)
    {
        lock (_lock)
        {
            _requests.Add(request.Id, request);
        }
    }

    public AuthorisationRequest? Find(string id)
    {
        lock (_lock)
        {
            return _requests.GetValueOrDefault(id);
        }
    }

    /// <summary>Notes that the person answered.</summary>
    /// <returns>False if they did before.</returns>
    public bool TryAnswer(AuthorisationRequest request)
    {
        lock (_lock)
        {
            bool isFirst = !request.IsAnswered;
            request.IsAnswered = true;
            return isFirst;
        }
    }

    /// <summary>Gives a code for an approved request.</summary>
    public string Issue(AuthorisationRequest request)
    {
        string code = TokenStore.RandomText(20);
        lock (_lock)
        {
            _codes.Add(code, new(request, _clock.GetUtcNow() + Lifetime));
        }

        return code;
    }

    /// <summary>Takes a code, once. A second use means that somebody else has it too, so it ends what the first one gave.</summary>
    /// <param name="code">As it came.</param>
    /// <param name="consumer">Who sends it.</param>
    /// <param name="callback">The <c>redirect_uri</c> that came with it, if any.</param>
    /// <param name="verifier">The <c>code_verifier</c> that came with it, if any.</param>
    /// <exception cref="OAuth2Exception">It gives nothing.</exception>
    public OAuth2Grant Redeem(string code, ConsumerRegistration consumer, string? callback, string? verifier)
    {
        lock (_lock)
        {
            AuthorisationCode? found = _codes.GetValueOrDefault(code);
            if (found?.Grant is { } earlier)
            {
                _tokens.Revoke(earlier);
            }

            if (found is null or { Grant: not null } || found.ExpiresOn <= _clock.GetUtcNow() || found.Request.Consumer != consumer)
            {
                throw OAuth2Exception.InvalidGrant("The specified code is not valid.");
            }

            RequireSameClient(found.Request, callback, verifier);
            found.Grant = new(consumer.Owner, found.Request.Scopes);
            return found.Grant;
        }
    }

    /// <summary>Forgets all codes, and ends what they gave: also to an exchange that is under way.</summary>
    public void RevokeAll()
    {
        lock (_lock)
        {
            foreach (AuthorisationCode code in _codes.Values.Where(code => code.Grant is not null))
            {
                _tokens.Revoke(code.Grant!);
            }

            _codes.Clear();
        }
    }

    private static void RequireSameClient(AuthorisationRequest request, string? callback, string? verifier)
    {
        // RFC 6749 section 4.1.3: what was sent must be sent again, letter by letter. What was not need not be.
        string? expected = request.SentCallback ?? (callback is null ? null : request.Callback);
        if (!string.Equals(callback, expected, StringComparison.Ordinal))
        {
            throw OAuth2Exception.InvalidGrant("The redirect_uri is not the one that the code was asked for with.");
        }

        if (!CodeChallenge.Accepts(request.Challenge, verifier))
        {
            throw OAuth2Exception.InvalidGrant("The code_verifier does not match the code_challenge.");
        }
    }
}
