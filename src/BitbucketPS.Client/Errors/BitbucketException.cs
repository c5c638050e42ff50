namespace BitbucketPS;

/// <summary>Every failure that leaves the client, apart from cancellation, is one of this family.</summary>
/// <remarks>Messages and properties never hold a secret.</remarks>
public class BitbucketException : Exception
{
    /// <summary>Makes a failure of a kind.</summary>
    /// <param name="kind">What went wrong.</param>
    /// <param name="message">One sentence for a person, which names the input that it is about.</param>
    /// <param name="innerException">What lies under it, if anything.</param>
    public BitbucketException(BitbucketErrorKind kind, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Kind = kind;
    }

    /// <summary>What went wrong, as a stable name.</summary>
    public BitbucketErrorKind Kind { get; }

    /// <summary>What to do about it, where that is known better here than from the kind alone.</summary>
    public string? RecommendedAction { get; init; }

    /// <summary>
    /// True if the server may have done what was asked, although no answer said so: look before you ask for it again. Always false for
    /// what changes nothing.
    /// </summary>
    public bool IsOutcomeUnknown { get; internal set; }

    /// <summary>What else decides whether to try again.</summary>
    internal RetryHint Hint { get; set; }
}
