using System.Net;
using System.Net.Sockets;
using BitbucketPS.Http;

namespace BitbucketPS.Authorization;

/// <summary>
/// Waits on this machine for the one callback of a sign-in (RFC 8252 section 7.3 for the idea). Any flow can use it:
/// it takes the query, the flow judges it and says which page to show.
/// </summary>
/// <remarks>
/// Of its own, since the runtime's listener cannot take port 0. It binds the loopback addresses alone, answers GET on its
/// own path alone, wants its own name in the Host header (a page elsewhere whose name was made to point here has another),
/// and is closed after one callback.
/// </remarks>
public sealed class LoopbackListener : IAsyncDisposable
{
    private readonly IReadOnlyList<TcpListener> _sockets;
    private readonly TimeProvider _timeProvider;
    private readonly CancellationTokenSource _closing = new();
    private readonly TaskCompletionSource<CallbackParameters> _callback = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lazy<Task> _close;
    private Task _serving = Task.CompletedTask;
    private int _claimed;

    private LoopbackListener(IReadOnlyList<TcpListener> sockets, Uri callback, TimeProvider timeProvider)
    {
        _sockets = sockets;
        _timeProvider = timeProvider;
        CallbackUri = callback.Port == 0
            ? new UriBuilder(callback) { Port = ((IPEndPoint)sockets[0].LocalEndpoint).Port }.Uri
            : callback;
        _close = new(CloseAsync);
    }

    /// <summary>The address that the server has to send the person to: as given, with the port in place of 0.</summary>
    public Uri CallbackUri { get; }

    // Once a callback has come, a browser that ends badly changes nothing any more.
    internal bool HasCallback => Volatile.Read(ref _claimed) != 0;

    /// <summary>Whether a callback address is one to listen on: http, on this machine.</summary>
    /// <param name="callback">The address.</param>
    public static bool CanListenOn(Uri callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return callback.IsAbsoluteUri && callback.Scheme is "http" && ServerAddress.IsLoopback(callback);
    }

    /// <summary>Binds. From here on connections wait until <see cref="WaitAsync"/> answers them.</summary>
    /// <param name="callback">
    /// <c>http://localhost</c>, <c>http://127.0.0.1</c> or <c>http://[::1]</c>, with a path and perhaps a query, which it keeps.
    /// Port 0 takes any free port; <c>localhost</c> binds both address families, since a browser may choose either.
    /// </param>
    /// <param name="timeProvider">The clock of timeouts; the system's by default.</param>
    /// <exception cref="BitbucketException">It is no such address (InvalidArgument), or the port is taken (CallbackPortInUse).</exception>
    public static LoopbackListener Start(Uri callback, TimeProvider? timeProvider = null)
    {
        return CanListenOn(callback)
            ? new(LoopbackSockets.Bind(callback), callback, timeProvider ?? TimeProvider.System)
            : throw new BitbucketException(BitbucketErrorKind.InvalidArgument, $"'{callback}' is no address of this machine to listen on.")
            {
                RecommendedAction = "Pass a -CallbackUri such as http://127.0.0.1:0/callback, where port 0 takes any free port.",
            };
    }

    /// <summary>Waits for the callback, answers it with a page, and closes. To be called once.</summary>
    /// <param name="judge">Says which page a callback gets, and whether it is the one. Called from several threads at once.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What the callback came with, after its page was delivered.</returns>
    /// <exception cref="BitbucketSignInException">Nobody came in time (AuthorizationTimeout).</exception>
    /// <exception cref="OperationCanceledException">The wait was cancelled, or the listener closed meanwhile.</exception>
    public async Task<CallbackParameters> WaitAsync(
        Func<CallbackParameters, CallbackPage> judge, TimeSpan timeout, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(judge);
        try
        {
            _serving = Task.WhenAll(_sockets.Select(socket => ServeAsync(socket, judge, _closing.Token)));
            return await Deadline
                .RunAsync(token => _callback.Task.WaitAsync(token), timeout, _timeProvider, cancellationToken)
                .ConfigureAwait(false);
        }
        finally
        {
            await DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Closes the listener and every connection to it; a wait that is under way ends as cancelled. Closing twice is fine, and
    /// waits for the first.
    /// </summary>
    public async ValueTask DisposeAsync() => await _close.Value.ConfigureAwait(false);

    private async Task CloseAsync()
    {
        // In this order: a socket closed first would fail the loop that is about to accept on it.
        try
        {
            await _closing.CancelAsync().ConfigureAwait(false);
            await _serving.ConfigureAwait(false);
        }
        finally
        {
            // Nobody can come any more, so that a wait which goes on would only end by its timeout.
            _callback.TrySetCanceled();
            foreach (TcpListener socket in _sockets)
            {
                socket.Dispose();
            }

            _closing.Dispose();
        }
    }

    // A browser opens connections ahead and leaves them idle, so each has its own task.
    private async Task ServeAsync(TcpListener socket, Func<CallbackParameters, CallbackPage> judge, CancellationToken closing)
    {
        List<Task> connections = [];
        try
        {
            while (true)
            {
                TcpClient client = await AcceptAsync(socket, closing).ConfigureAwait(false);
                connections.RemoveAll(connection => connection.IsCompletedSuccessfully);
                Task connection = AnswerAsync(client, judge, closing);
                connections.Add(connection);
                _ = connection.ContinueWith(FailWith, closing, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            }
        }
        catch (OperationCanceledException)
        {
            // Closing.
        }
        catch (SocketException e)
        {
            // The wait must not go on for nothing.
            _callback.TrySetException(new BitbucketSignInException(
                BitbucketErrorKind.ConnectionFailed, $"The listener on {CallbackUri} broke down.", e));
        }

        await Task.WhenAll(connections).ConfigureAwait(false);
    }

    // Some systems report a connection that was given up while it waited; the next one is as good as ever.
    private static async Task<TcpClient> AcceptAsync(TcpListener socket, CancellationToken closing)
    {
        while (true)
        {
            try
            {
                return await socket.AcceptTcpClientAsync(closing).ConfigureAwait(false);
            }
            catch (SocketException e) when (e.SocketErrorCode is SocketError.ConnectionAborted or SocketError.ConnectionReset)
            {
                closing.ThrowIfCancellationRequested();
            }
        }
    }

    private async Task AnswerAsync(TcpClient client, Func<CallbackParameters, CallbackPage> judge, CancellationToken closing)
    {
        CallbackParameters? callback = null;
        using (LoopbackConnection connection = new(client, _timeProvider))
        {
            try
            {
                byte[]? head = await connection.ReadHeadAsync(closing).ConfigureAwait(false);
                (byte[] answer, callback) = Answer(head, judge);
                await connection.DeliverAsync(answer, closing).ConfigureAwait(false);
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // The other side hung up, or we did: nobody is left to tell.
            }
        }

        if (callback is not null)
        {
            _callback.TrySetResult(callback);
        }
    }

    // A judge that throws must not leave the wait without an end.
    private void FailWith(Task connection) => _callback.TrySetException(connection.Exception!.InnerExceptions);

    private (byte[] Answer, CallbackParameters? Callback) Answer(byte[]? head, Func<CallbackParameters, CallbackPage> judge)
    {
        if (Refusal(head, out CallbackRequest? request) is byte[] refusal)
        {
            return (refusal, null);
        }

        CallbackParameters callback = new(request!.Query);
        CallbackPage page = judge(callback);
        if (!page.EndsTheWait)
        {
            return (page.ToResponse(), null);
        }

        return Interlocked.Exchange(ref _claimed, 1) == 0
            ? (page.ToResponse(), callback)
            : (CallbackPage.Late.ToResponse(), null);
    }

    /// <summary>Turns away what is not the one callback; null where it is.</summary>
    private byte[]? Refusal(byte[]? head, out CallbackRequest? request)
    {
        request = head is null ? null : CallbackRequest.Parse(head);
        if (request?.Hosts.Take(2).ToArray() is not [string host] || !IsOwnHost(host))
        {
            return LoopbackConnection.Status(head is null ? "431 Request Header Fields Too Large" : "400 Bad Request");
        }

        if (!string.Equals(request.Path, CallbackUri.AbsolutePath, StringComparison.Ordinal))
        {
            return LoopbackConnection.Status("404 Not Found");
        }

        if (!string.Equals(request.Method, "GET", StringComparison.Ordinal))
        {
            return LoopbackConnection.Status("405 Method Not Allowed", "Allow: GET\r\n");
        }

        return request.IsNavigation ? null : LoopbackConnection.Status("403 Forbidden");
    }

    private bool IsOwnHost(string host)
        => string.Equals(host, CallbackUri.Authority, StringComparison.OrdinalIgnoreCase)
            || (CallbackUri.IsDefaultPort && string.Equals(host, $"{CallbackUri.Host}:80", StringComparison.OrdinalIgnoreCase));
}
