namespace BitbucketPS.Http;

/// <summary>Sees each attempt of a request after it ended. Called on any thread.</summary>
internal interface IRequestObserver
{
    /// <summary>Takes note of an attempt.</summary>
    void OnAttempt(RequestAttempt attempt);
}
