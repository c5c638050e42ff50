namespace BitbucketPS.Sandbox;

/// <summary>How making a branch or tag ended.</summary>
internal enum RefCreation
{
    /// <summary>It is there now.</summary>
    Created,

    /// <summary>It was there before.</summary>
    AlreadyExists,

    /// <summary>git cannot store it, as <c>a/b</c> beside <c>a</c>, or a part too long for a file name.</summary>
    Refused,
}
