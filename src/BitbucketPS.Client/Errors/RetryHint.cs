namespace BitbucketPS;

/// <summary>What is known of a failure, beyond its kind, that decides whether to try again.</summary>
internal enum RetryHint
{
    /// <summary>Nothing more than the kind.</summary>
    None,

    /// <summary>Nothing was sent: whatever it was may be tried again.</summary>
    Unsent,

    /// <summary>The answer was cut on its way, and the connection did not notice.</summary>
    Cut,

    /// <summary>It does not pass by itself: an unknown host, a certificate that is not trusted.</summary>
    Hopeless,
}
