namespace BitbucketPS.Sandbox;

/// <summary>Something that a person is asked to approve or deny: once, and before it expires.</summary>
internal interface IQuestion
{
    /// <summary>Proves that an answer comes from the form of our own page.</summary>
    string FormToken { get; }

    DateTimeOffset ExpiresOn { get; }

    bool IsAnswered { get; }
}
