using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace BitbucketPS.Client.Tests.Http;

/// <summary>What the client takes of what a server offers.</summary>
public sealed class OfferTests
{
    private static readonly X509Certificate2 s_certificate = SelfSigned();

    [Theory]
    [InlineData(HttpProtocols.Http1AndHttp2, "HTTP/2")]
    [InlineData(HttpProtocols.Http1, "HTTP/1.1")]
    public async Task Get_OverTls_SpeaksTheNewestThatIsOffered(HttpProtocols offered, string expected)
    {
        await using WebApplication server = await StartAsync(offered);
        using BitbucketClient client = new(new() { BaseUri = AddressOf(server), Transport = Trusting() });

        User user = await client.GetUserAsync();

        Assert.Equal(expected, user.Nickname);
    }

    private static SocketsHttpHandler Trusting() => new()
    {
        AllowAutoRedirect = false,
        SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = IsOwn },
    };

    private static bool IsOwn(object sender, X509Certificate? shown, X509Chain? chain, SslPolicyErrors errors) => s_certificate.Equals(shown);

    private static Uri AddressOf(WebApplication server) => new(server.Urls.Single());

    private static async Task<WebApplication> StartAsync(HttpProtocols protocols)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = protocols;
            listen.UseHttps(s_certificate);
        }));
        WebApplication server = builder.Build();
        server.MapGet("/2.0/user", (HttpContext http) => Results.Json(new { nickname = http.Request.Protocol }));
        await server.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    private static X509Certificate2 SelfSigned()
    {
        using RSA key = RSA.Create(2048);
        CertificateRequest request = new("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using X509Certificate2 certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue.AddYears(-1));

        // A key that only lives in memory is one that Windows cannot use for TLS.
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
    }
}
