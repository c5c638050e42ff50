using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Text;

namespace BitbucketPS.Sandbox;

/// <summary>Sends what a webhook is told, to this machine only.</summary>
internal sealed class WebhookSender(TimeProvider clock) : IDisposable
{
    /// <summary>The problem of an address that is not on this machine.</summary>
    public const string NotHere = "Refused: webhooks of the sandbox go to this machine only.";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private readonly HttpClient _http = Client();

    [SuppressMessage("Security", "CA5359", Justification = "The hook asks for it, and its server is on this machine.")]
    private readonly HttpClient _careless = Client(new() { RemoteCertificateValidationCallback = (_, _, _, _) => true });

    /// <inheritdoc/>
    public void Dispose()
    {
        _http.Dispose();
        _careless.Dispose();
    }

    /// <summary>Tries once.</summary>
    /// <param name="hook">Whom it tells.</param>
    /// <param name="happened">What it tells.</param>
    /// <param name="body">The bytes of it, which are signed.</param>
    /// <param name="request">The id that all attempts share.</param>
    /// <param name="attempt">Which attempt it is, from 1.</param>
    /// <param name="stop">Ends it with the sandbox.</param>
    public async Task<WebhookDelivery> SendAsync(
        Item hook, HookEvent happened, byte[] body, string request, int attempt, CancellationToken stop)
    {
        string url = hook.Text("url")!;
        WebhookDelivery delivery = new(clock.GetUtcNow(), hook.Id, happened.Key, url, attempt, null, null);
        try
        {
            if (!await IsLoopbackAsync(new(url), stop))
            {
                return delivery with { Problem = NotHere };
            }

            HttpClient http = hook.Content.Boolean("skip_cert_verification") is true ? _careless : _http;
            using HttpRequestMessage message = Message(hook, happened, body, request, attempt);
            using HttpResponseMessage response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, stop);
            return delivery with { Status = (int)response.StatusCode };
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is TaskCanceledException && !stop.IsCancellationRequested))
        {
            return delivery with { Problem = e.Message };
        }
    }

    // A name is looked up, and every address it has must be of this machine: what is connected to later is one of them.
    private static async Task<bool> IsLoopbackAsync(Uri address, CancellationToken stop)
    {
        try
        {
            IPAddress[] addresses = IPAddress.TryParse(address.DnsSafeHost, out IPAddress? literal)
                ? [literal]
                : address.Host is "localhost" ? await Dns.GetHostAddressesAsync(address.DnsSafeHost, stop) : [];
            return addresses.Length > 0 && addresses.All(IPAddress.IsLoopback);
        }
        catch (System.Net.Sockets.SocketException)
        {
            return false;
        }
    }

    private static HttpRequestMessage Message(Item hook, HookEvent happened, byte[] body, string request, int attempt)
    {
        HttpRequestMessage message = new(HttpMethod.Post, hook.Text("url")) { Content = new ByteArrayContent(body) };
        message.Content.Headers.ContentType = new("application/json");
        message.Headers.UserAgent.ParseAdd("Bitbucket-Webhooks/2.0");
        message.Headers.Add("X-Event-Key", happened.Key);
        message.Headers.Add("X-Hook-UUID", hook.Id.Trim('{', '}'));
        message.Headers.Add("X-Request-UUID", request);
        message.Headers.Add("X-Attempt-Number", FormattableString.Invariant($"{attempt}"));
        if (hook.Text("secret") is { } secret)
        {
            byte[] hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body);
            message.Headers.Add("X-Hub-Signature", $"sha256={Convert.ToHexStringLower(hash)}");
        }

        return message;
    }

    private static HttpClient Client(SslClientAuthenticationOptions? tls = null)
        => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, SslOptions = tls ?? new() }) { Timeout = s_patience };
}
