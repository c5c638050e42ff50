using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading.Channels;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>A place on this machine that webhooks can be sent to, and that tells what came.</summary>
internal sealed class HookListener : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Channel<HookRequest> _requests = Channel.CreateUnbounded<HookRequest>();
    private readonly Queue<int> _statuses;
    private readonly X509Certificate2? _certificate;

    /// <summary>Begins to listen.</summary>
    /// <param name="statuses">What it answers, one after the other; 200 when none is left.</param>
    public HookListener(params int[] statuses)
        : this(certificate: null, statuses)
    {
    }

    /// <summary>Begins to listen with TLS, if there is a certificate.</summary>
    public HookListener(X509Certificate2? certificate, params int[] statuses)
    {
        _certificate = certificate;
        _statuses = new(statuses);
        _listener.Start();
        Url = $"{(certificate is null ? "http" : "https")}://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/hook";
        _ = ListenAsync();
    }

    public string Url { get; }

    /// <summary>The next request; fails the test if none comes.</summary>
    public async Task<HookRequest> NextAsync()
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(s_patience);
        return await _requests.Reader.ReadAsync(patience.Token);
    }

    /// <summary>Whether nothing has come that was not asked for yet.</summary>
    public bool IsQuiet => _requests.Reader.Count == 0;

    public void Dispose() => _listener.Dispose();

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
                await AnswerAsync(client.GetStream());
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(Stream plain)
    {
        try
        {
            await using Stream stream = await SecureAsync(plain);
            HookRequest request = await ReadAsync(stream);
            int status = _statuses.TryDequeue(out int next) ? next : 200;
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status} Any\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
            await _requests.Writer.WriteAsync(request);
        }
        catch (Exception e) when (_certificate is not null && e is IOException or AuthenticationException)
        {
            // It did not like the certificate.
        }
    }

    private async Task<Stream> SecureAsync(Stream plain)
    {
        if (_certificate is null)
        {
            return plain;
        }

        SslStream secure = new(plain);
        await secure.AuthenticateAsServerAsync(_certificate);
        return secure;
    }

    private static async Task<HookRequest> ReadAsync(Stream stream)
    {
        using StreamReader reader = new(stream, Encoding.Latin1, leaveOpen: true);
        _ = await reader.ReadLineAsync() ?? throw new IOException("It went away without a word.");
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
        {
            headers[line[..line.IndexOf(':', StringComparison.Ordinal)]] = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        }

        char[] body = new char[int.Parse(headers["Content-Length"], System.Globalization.CultureInfo.InvariantCulture)];
        await reader.ReadBlockAsync(body);
        return new(headers, Encoding.Latin1.GetBytes(body));
    }
}
