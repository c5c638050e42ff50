namespace BitbucketPS.Client.Tests.Simulation;

/// <summary>Asserts about failures.</summary>
internal static class Throws
{
    /// <summary>Asserts that work fails with the client's own exception, of whichever type.</summary>
    public static Task<BitbucketException> BitbucketAsync(Func<Task> work) => Assert.ThrowsAnyAsync<BitbucketException>(work);
}
