namespace BitbucketPS.SignIn.Tests;

/// <summary>Expects failures of the project's own kind.</summary>
internal static class Failure
{
    public static async Task<BitbucketException> OfAsync(BitbucketErrorKind kind, Func<Task> act)
    {
        BitbucketException e = await Assert.ThrowsAsync<BitbucketException>(act);
        Assert.Equal(kind, e.Kind);
        return e;
    }
}
