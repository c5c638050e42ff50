namespace BitbucketPS.SignIn.Profiles;

/// <summary>A protected store that is not there, is locked, or does not answer: the plain file takes its place, if it may.</summary>
internal sealed class StoreUnreachableException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="reason">Why, as the end of a sentence.</param>
    /// <param name="innerException">What lies under it.</param>
    public StoreUnreachableException(string reason, Exception? innerException = null)
        : base(reason, innerException)
    {
    }
}
