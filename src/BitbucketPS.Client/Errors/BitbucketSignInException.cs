namespace BitbucketPS;

/// <summary>A sign-in that did not end in a session. Nothing of it is kept.</summary>
public sealed class BitbucketSignInException : BitbucketException
{
    /// <summary>Makes a failure of a sign-in.</summary>
    /// <param name="kind">What went wrong.</param>
    /// <param name="message">One sentence for a person.</param>
    /// <param name="innerException">What lies under it, if anything.</param>
    public BitbucketSignInException(BitbucketErrorKind kind, string message, Exception? innerException = null)
        : base(kind, message, innerException)
    {
    }

    /// <summary>
    /// The server's own word for the refusal, where it said one: a value of <c>oauth_problem</c>
    /// (OAuth Problem Reporting), such as <c>consumer_key_unknown</c>.
    /// </summary>
    public string? Problem { get; init; }
}
