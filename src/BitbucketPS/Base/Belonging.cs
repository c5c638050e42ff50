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
}
