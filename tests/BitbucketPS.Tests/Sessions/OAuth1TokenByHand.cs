using System.Management.Automation;
using System.Net.Http.Headers;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Sessions;

/// <summary>Gets an access token without the module, by the one method that needs no cryptography: PLAINTEXT.</summary>
internal static class OAuth1TokenByHand
{
    public static async Task<PSCredential> GetAsync(SandboxFixture sandbox)
    {
        using HttpClient http = new() { BaseAddress = sandbox.Server.BaseAddress };
        Dictionary<string, string> request = await AskAsync(http, "1.0/oauth/request_token", sandbox, ("oauth_callback", "http://127.0.0.1:9/"));
        Uri callback = await Person.ApproveWithoutFollowingAsync(
            new(http.BaseAddress, $"1.0/oauth/authenticate?oauth_token={request["oauth_token"]}"));
        Dictionary<string, string> access = await AskAsync(
            http,
            "1.0/oauth/access_token",
            sandbox,
            ("oauth_token", request["oauth_token"]),
            ("oauth_token_secret", request["oauth_token_secret"]),
            ("oauth_verifier", Parse(callback.Query[1..])["oauth_verifier"]));
        return SandboxFixture.Credential(access["oauth_token"], access["oauth_token_secret"]);
    }

    private static async Task<Dictionary<string, string>> AskAsync(
        HttpClient http,
        string path,
        SandboxFixture sandbox,
        params (string Name, string Value)[] parameters)
    {
        string tokenSecret = parameters.FirstOrDefault(parameter => parameter.Name is "oauth_token_secret").Value ?? "";
        (string Name, string Value)[] all =
        [
            .. parameters.Where(parameter => parameter.Name is not "oauth_token_secret"),
            ("oauth_consumer_key", sandbox.Server.Consumer.Key),
            ("oauth_signature_method", "PLAINTEXT"),
            ("oauth_signature", $"{Uri.EscapeDataString(sandbox.Server.Consumer.Secret)}&{Uri.EscapeDataString(tokenSecret)}"),
            ("oauth_timestamp", $"{TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()}"),
            ("oauth_nonce", Guid.NewGuid().ToString("N")),
        ];
        using HttpRequestMessage request = new(HttpMethod.Post, path);
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "OAuth",
            string.Join(", ", all.Select(parameter => $"{parameter.Name}=\"{Uri.EscapeDataString(parameter.Value)}\"")));
        using HttpResponseMessage response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static Dictionary<string, string> Parse(string form)
        => form.Split('&').Select(pair => pair.Split('=', 2)).ToDictionary(
            pair => Uri.UnescapeDataString(pair[0]),
            pair => Uri.UnescapeDataString(pair[1]),
            StringComparer.Ordinal);
}
