namespace BitbucketPS.Http;

/// <summary>Sees what becomes of the requests of one caller. Called on any thread.</summary>
internal interface IRequestObserver
{
    /// <summary>True if the headers of each attempt are wanted.</summary>
    bool WantsHeaders { get; }

    /// <summary>Takes note of an attempt after its answer's headers came, or it failed.</summary>
    void OnAttempt(RequestAttempt attempt);

    /// <summary>Takes note that a request waits, for the rate limit or before it is tried again.</summary>
    void OnWait(RequestWait wait);
}
