using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BitbucketPS.Signing;

namespace BitbucketPS.Client.Tests.Signing;

/// <summary>Our signatures against those of oauthlib, for random requests.</summary>
public sealed class ForeignSignatureTests
{
    private const int Cases = 500;

    private static readonly string[] s_texts =
    [
        "", "a", "A", "~-._", " ", "+", "%", "%20", "%2F", "&", "=", "a=b&c", "/", "?", "#", "'", "\"", "\\", "é", "e\u0301", "日本語",
        "🚀", "👩‍💻", "עברית", "!*'()", "a b", "0", "oauth_token", "oauth_signature", "realm", "\t", "\n", "[]", "{}", "<>", "|", "^", "`", ",;:@$",
    ];

    private static readonly string[] s_hosts = ["localhost", "LocalHost", "127.0.0.1", "[::1]"];
    private static readonly string[] s_ports = ["", ":80", ":443", ":8080", ":1"];
    private static readonly string[] s_methods = ["GET", "POST", "PUT", "DELETE", "HEAD", "patch"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SignAsync_RandomRequests_EqualsOAuthLib()
    {
        using Process python = ForeignPython.Start("sign.py");
        // The same cases in every run: a failure can be looked at again.
        Random random = new(5849);
        string key = RandomKey();
        List<string> differences = [];
        for (int i = 0; i < Cases; i++)
        {
            (string line, string signature) = await SignAsync(random, key);
            await python.StandardInput.WriteLineAsync(line.AsMemory(), Stop);
            await python.StandardInput.FlushAsync(Stop);
            string answer = await python.StandardOutput.ReadLineAsync(Stop) ?? throw new InvalidOperationException($"oauthlib failed at {line}");
            string foreign = JsonSerializer.Deserialize<string>(answer)!;
            if (!string.Equals(foreign, signature, StringComparison.Ordinal))
            {
                differences.Add(line);
            }
        }

        Assert.Empty(differences);
    }

    private static async Task<(string Line, string Signature)> SignAsync(Random random, string key)
    {
        OAuth1SignatureMethod method = Enum.GetValues<OAuth1SignatureMethod>()[random.Next(5)];
        string consumerKey = "key" + Text(random);
        string consumerSecret = Text(random);
        bool hasToken = random.Next(3) > 0;
        string token = "token" + Text(random);
        string tokenSecret = Text(random);
        OAuth1Credentials credentials = new OAuth1Credentials(consumerKey, consumerSecret).WithPrivateKey(key);
        credentials = hasToken ? credentials.WithToken(token, tokenSecret) : credentials;
        using HttpRequestMessage request = Request(random);
        string? form = request.Content is null ? null : await request.Content.ReadAsStringAsync(Stop);

        await new OAuth1Signer(credentials, method).SignAsync(request, Stop);

        string line = JsonSerializer.Serialize(new
        {
            consumerKey,
            consumerSecret,
            token = hasToken ? token : null,
            tokenSecret = hasToken ? tokenSecret : null,
            privateKey = method.UsesPrivateKey() ? key : null,
            signatureMethod = method.WireName(),
            timestamp = SignedRequest.Parameter(request, "oauth_timestamp"),
            nonce = SignedRequest.Parameter(request, "oauth_nonce"),
            httpMethod = request.Method.Method,
            address = request.RequestUri!.AbsoluteUri,
            form,
        });
        return (line, SignedRequest.Parameter(request, "oauth_signature"));
    }

    private static HttpRequestMessage Request(Random random)
    {
        string scheme = random.Next(2) == 0 ? "http" : "HTTPS";
        string path = string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => "/" + Uri.EscapeDataString(Text(random))));
        string query = random.Next(3) == 0 ? "" : "?" + Form(random);
        HttpRequestMessage request = new(
            new HttpMethod(s_methods[random.Next(s_methods.Length)]),
            $"{scheme}://{s_hosts[random.Next(s_hosts.Length)]}{s_ports[random.Next(s_ports.Length)]}{path}{query}");
        if (request.Method == HttpMethod.Post || request.Method == HttpMethod.Put)
        {
            request.Content = new StringContent(Form(random), Encoding.UTF8, "application/x-www-form-urlencoded");
        }

        return request;
    }

    // Blanks both ways, names without '=', repeated names, empty pieces.
    private static string Form(Random random)
        => string.Join('&', Enumerable.Range(0, random.Next(1, 6)).Select(_ => random.Next(8) switch
        {
            0 => "",
            1 => Encode(random),
            2 => "again=" + Encode(random),
            _ => Encode(random) + "=" + Encode(random),
        }));

    private static string Encode(Random random)
    {
        string encoded = Uri.EscapeDataString(Text(random));
        return random.Next(2) == 0 ? encoded : encoded.Replace("%20", "+", StringComparison.Ordinal);
    }

    private static string Text(Random random)
        => string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => s_texts[random.Next(s_texts.Length)]));

    private static string RandomKey()
    {
        // Small: oauthlib proves the key prime again for every case.
        using RSA rsa = RSA.Create(1024);
        return rsa.ExportPkcs8PrivateKeyPem();
    }
}
