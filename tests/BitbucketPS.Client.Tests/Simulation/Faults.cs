using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using BitbucketPS.Client.Tests.Http;

namespace BitbucketPS.Client.Tests.Simulation;

/// <summary>What can become of a request other than an answer, by names that a theory can show.</summary>
internal sealed class Faults(SimulatedClock clock)
{
    public const string Refused = "refused";
    public const string NoTunnel = "no tunnel";
    public const string Handshake = "handshake broke";
    public const string ResolverBusy = "resolver busy";
    public const string UnknownHost = "unknown host";
    public const string Untrusted = "untrusted";
    public const string Reset = "reset";
    public const string Ended = "ended";
    public const string BrokenBody = "broken body";
    public const string CutJson = "cut json";
    public const string Silent = "silent";
    public const string StalledBody = "stalled body";

    /// <summary>Makes one step of a script: a status, or one of the names above.</summary>
    public Func<CancellationToken, Task<HttpResponseMessage>> Of(string fault) => fault switch
    {
        Silent => StallAsync,
        StalledBody => _ => Answer(new DrippingContent(clock, [.. "{\"uuid\":"u8], Timeout.InfiniteTimeSpan)),
        BrokenBody => _ => Answer(new BrokenContent([.. "{\"uuid\":"u8])),
        CutJson => _ => Task.FromResult(Answers.Json("{\"uuid\": \"{1}\"")),
        _ when int.TryParse(fault, NumberStyles.None, CultureInfo.InvariantCulture, out int status) => _ => Status(status),
        _ => _ => Task.FromException<HttpResponseMessage>(ErrorOf(fault)),
    };

    /// <summary>An answer of success that any reader is content with.</summary>
    public static Task<HttpResponseMessage> Good(CancellationToken _) => Task.FromResult(Answers.Json("{}"));

    private async Task<HttpResponseMessage> StallAsync(CancellationToken cancellationToken)
    {
        await clock.StallAsync(cancellationToken);
        throw new InvalidOperationException("A stall ends only by cancellation.");
    }

    private static Task<HttpResponseMessage> Answer(HttpContent content)
    {
        content.Headers.ContentType = new("application/json");
        return Task.FromResult(new HttpResponseMessage { Content = content });
    }

    private static Task<HttpResponseMessage> Status(int status)
        => Task.FromResult(Answers.Text($"<html>{status}</html>", "text/html", (HttpStatusCode)status));

    private static HttpRequestException ErrorOf(string fault) => fault switch
    {
        Refused => Error(HttpRequestError.ConnectionError, new SocketException((int)SocketError.ConnectionRefused)),
        NoTunnel => Error(HttpRequestError.ProxyTunnelError),
        Handshake => Error(HttpRequestError.SecureConnectionError, new IOException("The peer has gone.")),
        ResolverBusy => Error(HttpRequestError.NameResolutionError, new SocketException((int)SocketError.TryAgain)),
        UnknownHost => Error(HttpRequestError.NameResolutionError, new SocketException((int)SocketError.HostNotFound)),
        Untrusted => Error(HttpRequestError.SecureConnectionError, new AuthenticationException("The certificate is not trusted.")),
        Reset => Error(HttpRequestError.Unknown, new IOException("Reset.", new SocketException((int)SocketError.ConnectionReset))),
        Ended => Error(HttpRequestError.ResponseEnded),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "There is no such fault."),
    };

    private static HttpRequestException Error(HttpRequestError error, Exception? inner = null) => new(error, $"{error}.", inner);
}
