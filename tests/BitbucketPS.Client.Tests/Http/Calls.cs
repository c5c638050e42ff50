using BitbucketPS.Signing;

namespace BitbucketPS.Client.Tests.Http;

/// <summary>Short ways to call the client, cancelled with the test that calls.</summary>
internal static class Calls
{
    public static Task<HttpResponseMessage> GetAsync(this BitbucketClient client, string path = "/user")
        => client.SendAsync(HttpMethod.Get, path);

    public static Task<HttpResponseMessage> SendAsync(this BitbucketClient client, HttpMethod method, string path, HttpContent? content = null)
        => client.Raw.SendAsync(new(method, path) { Content = content }, TestContext.Current.CancellationToken);

    public static Task<User> GetUserAsync(this BitbucketClient client)
        => client.Users.GetCurrentAsync(TestContext.Current.CancellationToken);

    /// <summary>The error that the client makes of an answer.</summary>
    public static async Task<BitbucketApiException> ErrorOfAsync(this HttpResponseMessage answer, IRequestSigner? signer = null)
    {
        using BitbucketClient client = new ScriptedTransport(answer).CreateClient(signer);
        return await Assert.ThrowsAsync<BitbucketApiException>(client.GetUserAsync);
    }
}
