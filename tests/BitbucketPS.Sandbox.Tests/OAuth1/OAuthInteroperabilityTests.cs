using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>Requests that another implementation signed, Python's oauthlib, in random cases from a fixed seed.</summary>
public class OAuthInteroperabilityTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const int CaseCount = 200;

    private const string Script =
        """
        import json, random, sys
        from oauthlib import oauth1
        key, secret, origin, timestamp, count = sys.argv[1:6]
        pem = sys.stdin.read()
        random.seed(5849)
        texts = ['', ' ', '+', '%', '%2B', 'a&b=c', 'é', 'e\u0301', '日本', '🚀', '~-._', '*', "'\"", '/?#[]@!$()', 'plain']
        methods = ['HMAC-SHA1', 'HMAC-SHA256', 'RSA-SHA1', 'RSA-SHA256', 'PLAINTEXT']
        from urllib.parse import urlencode
        for i in range(int(count)):
            query = urlencode([(random.choice('abcX') + random.choice(texts), random.choice(texts)) for _ in range(random.randrange(4))])
            form = [(random.choice('abcX') + random.choice(texts), random.choice(texts)) for _ in range(random.randrange(4))]
            place = random.choice(['AUTH_HEADER', 'BODY']) if form else 'AUTH_HEADER'
            client = oauth1.Client(key, client_secret=secret, callback_uri='http://localhost:1/?n=%d' % i, rsa_key=pem,
                signature_method=random.choice(methods), signature_type=place, timestamp=timestamp, nonce='n%d' % i,
                realm=random.choice([None, 'a, b']))
            headers = {'Content-Type': 'application/x-www-form-urlencoded'} if form else {}
            uri = origin + '/1.0/oauth/request_token' + ('?' + query if query else '')
            uri, headers, body = client.sign(uri, 'POST', urlencode(form) if form else None, headers)
            print(json.dumps({'target': uri[len(origin):], 'authorization': headers.get('Authorization'), 'body': body, 'method': client.signature_method}))
        """;

    [Fact]
    public async Task Everything_that_oauthlib_signs_is_accepted()
    {
        string? python = await FindPythonAsync();
        Assert.SkipWhen(python is null, "No Python with oauthlib and its RSA support is installed (Debian: python3-oauthlib).");
        string timestamp = sandbox.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(null, null);
        (int exitCode, string output) = await RunAsync(
            python,
            sandbox.PrivateKey.ExportPkcs8PrivateKeyPem(),
            Script, sandbox.Server.Consumer.Key, sandbox.Server.Consumer.Secret, sandbox.Origin, timestamp, CaseCount.ToString(null, null));
        string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal((0, CaseCount), (exitCode, lines.Length));
        foreach (string line in lines)
        {
            JsonNode request = JsonNode.Parse(line)!;
            HttpContent? content = (string?)request["body"] is { } body ? SandboxFixture.Form(body) : null;
            Answer answer = await sandbox.SendAsync("POST", (string)request["target"]!, (string?)request["authorization"], content);
            Assert.True(answer.Status == HttpStatusCode.OK, $"{answer.Text} for {line}");
        }
    }

    private static async Task<string?> FindPythonAsync()
    {
        // The second is where Debian's package is found when another Python comes first on the PATH.
        foreach (string python in new[] { "python3", "/usr/bin/python3" })
        {
            try
            {
                (int exitCode, string _) = await RunAsync(python, "", "import oauthlib.oauth1, jwt, cryptography");
                if (exitCode == 0)
                {
                    return python;
                }
            }
            catch (System.ComponentModel.Win32Exception)
            {
                // Not there.
            }
        }

        return null;
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string python, string input, string script, params string[] arguments)
    {
        ProcessStartInfo start = new(python, ["-X", "utf8", "-c", script, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        using Process process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        TestContext.Current.TestOutputHelper?.WriteLine(await error);
        return (process.ExitCode, output);
    }
}
