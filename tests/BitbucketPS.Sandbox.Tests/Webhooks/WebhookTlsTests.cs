using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BitbucketPS.Sandbox.Tests;

public sealed class WebhookTlsTests : IAsyncLifetime
{
    private const string Website = "/2.0/repositories/demo/website";

    private readonly SandboxFixture _sandbox = new();

    public ValueTask InitializeAsync() => _sandbox.InitializeAsync();

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    [Fact]
    public async Task Certificate_that_nobody_knows_is_taken_only_by_a_hook_that_skips_its_verification()
    {
        using X509Certificate2 certificate = MakeCertificate();
        using HookListener listener = new(certificate);
        string careful = await HookAsync(listener.Url + "/careful", skips: false);
        string careless = await HookAsync(listener.Url + "/careless", skips: true);

        // Hooks are told in order: when the second one has heard, the first one is through.
        await _sandbox.PostAsync(Website + "/refs/branches", """{"name": "told", "target": {"hash": "main"}}""");
        HookRequest request = await listener.NextAsync();

        Assert.Equal(careless.Trim('{', '}'), request.Headers["X-Hook-UUID"]);
        Assert.All(
            _sandbox.Server.WebhookDeliveries.Where(delivery => string.Equals(delivery.HookUuid, careful, StringComparison.Ordinal)),
            delivery => Assert.True(delivery is { Status: null, Problem.Length: > 0 }));
    }

    private async Task<string> HookAsync(string url, bool skips)
    {
        Answer made = await _sandbox.PostAsync(
            Website + "/hooks", $$"""{"url": "{{url}}", "events": ["repo:push"], "skip_cert_verification": {{(skips ? "true" : "false")}}}""");
        Assert.True(made.Status is HttpStatusCode.Created, made.Text);
        return (string)made.Json["uuid"]!;
    }

    private X509Certificate2 MakeCertificate()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        DateTimeOffset now = _sandbox.Clock.GetUtcNow();
        using X509Certificate2 made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));

        // Windows uses no key that was never in a file.
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), password: null);
    }
}
