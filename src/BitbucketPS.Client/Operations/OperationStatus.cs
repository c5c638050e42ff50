namespace BitbucketPS.Operations;

/// <summary>Whether the service still serves an operation.</summary>
public enum OperationStatus
{
    /// <summary>Served.</summary>
    Live,

    /// <summary>Announced as going away; it may be answered, refused, or answered with 410 already.</summary>
    Deprecated,

    /// <summary>Gone: the service answers 410 or 404.</summary>
    Removed,

    /// <summary>Served to installed Connect apps only, which sign with their own JWT.</summary>
    ConnectAppOnly,
}
