namespace BitbucketPS.Authorization;

/// <summary>
/// What a callback means for the sign-in that waits for it: the proof that the person said yes, or an error; and a page. A
/// class, not a record: a record would print the proof.
/// </summary>
internal sealed class CallbackVerdict
{
    private readonly string? _proof;
    private readonly BitbucketSignInException? _error;

    private CallbackVerdict(CallbackPage page, string? proof, BitbucketSignInException? error)
    {
        Page = page;
        _proof = proof;
        _error = error;
    }

    /// <summary>What the person gets to see.</summary>
    public CallbackPage Page { get; }

    /// <summary>The person said yes.</summary>
    /// <param name="proof">The verifier or code.</param>
    public static CallbackVerdict Granted(string proof)
        => new(new("Access granted", "BitbucketPS goes on where you started it. You can close this page."), proof, error: null);

    /// <summary>The callback is that of another sign-in, or a forged one: anybody can send one, so it changes nothing.</summary>
    /// <param name="name">The parameter that names the sign-in.</param>
    public static CallbackVerdict Mismatch(string name) => Ignore(
        "This was another sign-in",
        "The answer does not belong to the sign-in that waits here, so it was ignored, and nothing was granted. The sign-in still waits for its own page.",
        new(BitbucketErrorKind.CallbackMismatch, $"The callback carries the {name} of another sign-in, or a forged one.")
        {
            RecommendedAction = "Sign in again, and follow only the address that is shown then.",
        });

    /// <summary>The callback lacks what it has to carry, so nobody knows whose it is: it changes nothing.</summary>
    /// <param name="expected">What it has to carry, for the error.</param>
    /// <param name="parameters">What it came with.</param>
    public static CallbackVerdict Invalid(string expected, CallbackParameters parameters) => Ignore(
        "Not a sign-in",
        "The address lacks what the server sends along after you allow or refuse the access, so it was ignored. The sign-in still waits for its own page.",
        new(BitbucketErrorKind.CallbackInvalid, $"The callback has to carry {expected}, once each; it came with {parameters}.")
        {
            RecommendedAction = "Sign in again, and let the authorisation page lead back; do not open the callback address by hand.",
        });

    /// <summary>The person said no.</summary>
    /// <param name="problem">The server's own word for it, where it said one.</param>
    public static CallbackVerdict Denied(string? problem) => new(
        new("Access not granted", "You refused. Nothing was granted. You can close this page."),
        proof: null,
        new(BitbucketErrorKind.AuthorizationDenied, "Access was refused on the authorisation page.")
        {
            Problem = problem,
            RecommendedAction = "Sign in again and allow the access, as a person who may.",
        });

    /// <summary>The server said no.</summary>
    /// <param name="problem">Its word for why.</param>
    /// <param name="action">What to do about it, where that is known.</param>
    public static CallbackVerdict Refused(string problem, string? action) => new(
        new("Access not granted", $"The server says {problem}. Nothing was granted."),
        proof: null,
        new(BitbucketErrorKind.TokenRefused, $"The authorisation page ended with '{problem}'.")
        {
            Problem = problem,
            RecommendedAction = action,
        });

    /// <summary>The verifier or code, or the error.</summary>
    /// <exception cref="BitbucketSignInException">The callback brought nothing for this sign-in.</exception>
    public string ProofOrThrow() => _proof ?? throw _error!;

    private static CallbackVerdict Ignore(string title, string text, BitbucketSignInException error)
        => new(new(title, text, IsError: true) { EndsTheWait = false }, proof: null, error);
}
