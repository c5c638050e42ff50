namespace BitbucketPS.Cmdlets;

/// <summary>Where an object that is piped belongs.</summary>
internal static class Belonging
{
    /// <summary>The repository that an object knows.</summary>
    /// <param name="repository">What it says; null for nothing.</param>
    /// <param name="what">What it is, for the error: <c>tag 'v1'</c>.</param>
    /// <exception cref="BitbucketException">It says nothing.</exception>
    public static RepositoryId Require(RepositoryId? repository, string what)
        => repository ?? throw new BitbucketException(BitbucketErrorKind.RepositoryRequired, $"The {what} does not say which repository it belongs to.");

    /// <summary>A number that addresses an object. The engine makes models without one of whatever has some of their properties.</summary>
    /// <param name="number">What the object says.</param>
    /// <param name="what">What it is, for the error: <c>pull request</c>.</param>
    /// <exception cref="BitbucketException">It says nothing.</exception>
    public static long RequireNumber(long number, string what)
        => number > 0 ? number : throw new BitbucketException(BitbucketErrorKind.InvalidArgument, $"What was piped does not say the number of a {what}.")
        {
            RecommendedAction = $"Pipe what Get-Bitbucket cmdlets write for a {what}, or an object that has all of its address.",
        };
}
