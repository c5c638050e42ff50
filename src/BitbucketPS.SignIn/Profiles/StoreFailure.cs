namespace BitbucketPS.SignIn.Profiles;

/// <summary>What a store of profiles says when it cannot do its work.</summary>
internal static class StoreFailure
{
    public static BitbucketException Failed(string message, Exception? cause = null, string? action = null)
        => new(BitbucketErrorKind.ProfileStoreFailed, message, cause) { RecommendedAction = action };

    public static BitbucketException Damaged(string message)
        => new(BitbucketErrorKind.ProfileStoreDamaged, message) { RecommendedAction = "Sign in again with Connect-Bitbucket -Save." };

    public static BitbucketException Newer(string where)
        => Failed(
            $"{where} was written by a later version of BitbucketPS, which this one cannot read. It was left as it is.",
            action: "Update the module BitbucketPS.");

    public static BitbucketException ProtectionRequired(string why, Exception? cause)
        => new(BitbucketErrorKind.ProtectedStoreRequired, $"A protected store is required, and there is none that can be reached: {why}.", cause)
        {
            RecommendedAction = "Unlock the keyring, or install one and run inside a session that has it; else allow a plain file that only you can read.",
        };

    /// <summary>Nothing takes the place of the plain file: where it does not answer, as on a network that is gone, that is a failure.</summary>
    /// <param name="call">A call to the plain file.</param>
    public static async Task<T> UnlessReachedAsync<T>(Task<T> call)
    {
        try
        {
            return await call.ConfigureAwait(false);
        }
        catch (StoreUnreachableException e)
        {
            throw Failed($"The files of saved profiles cannot be reached: {e.Message}.", e);
        }
    }
}
