namespace BitbucketPS.Sandbox;

/// <summary>How far a request token has come.</summary>
internal enum TokenState
{
    /// <summary>The person has not answered.</summary>
    Pending,

    /// <summary>The person agreed; it can be exchanged once.</summary>
    Approved,

    /// <summary>The person refused.</summary>
    Denied,

    /// <summary>It was exchanged.</summary>
    Used,
}
