using System.Net.Sockets;
using System.Security.Authentication;

namespace BitbucketPS.Http;

/// <summary>Ends a request that takes too long, and turns what the transport throws into the client's own exceptions.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationToken _caller;
    private readonly TimeSpan _timeout;
    private readonly bool _hasOwnTransport;
    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenSource _either;

    public Deadline(BitbucketClientOptions options, CancellationToken cancellationToken)
    {
        _caller = cancellationToken;
        _timeout = options.Timeout;
        _hasOwnTransport = options.Transport is null;
        _timer = new(options.Timeout, options.TimeProvider);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_timer.Token, cancellationToken);
    }

    /// <summary>Begins the time anew, for a body of any length that comes piece by piece.</summary>
    public void Extend() => _timer.CancelAfter(_timeout);

    /// <summary>Runs one exchange. Cancellation by the caller stays what it is; running out of time does not look like it.</summary>
    public async Task<T> GuardAsync<T>(BitbucketRequest request, Func<CancellationToken, Task<T>> exchange)
    {
        try
        {
            return await exchange(_either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_caller.IsCancellationRequested)
        {
            throw new OperationCanceledException(_caller);
        }
        catch (OperationCanceledException e) when (_timer.IsCancellationRequested)
        {
            throw TimedOut(request, $"did not answer within {_timeout.TotalSeconds:0} seconds", RetryHint.None, e);
        }
        catch (OperationCanceledException e)
        {
            // The transport's own limit. That of ours is one for connecting; nobody knows what that of another is.
            throw TimedOut(request, "could not be reached in time", _hasOwnTransport ? RetryHint.Unsent : RetryHint.None, e);
        }
        catch (HttpRequestException e)
        {
            throw NoConnection(request, e);
        }
        catch (IOException e)
        {
            throw new BitbucketException(
                BitbucketErrorKind.ConnectionBroken,
                $"The connection to {request.Address.Authority} broke before the answer to {Describe(request)} was complete.",
                e);
        }
        catch (ObjectDisposedException e)
        {
            throw new BitbucketException(BitbucketErrorKind.NotConnected, "The session was closed while it was in use.", e);
        }
        catch (Exception e) when (IsBrokenCompression(e))
        {
            throw new BitbucketException(
                BitbucketErrorKind.UnexpectedResponse,
                $"{Describe(request)} answered with a compressed body that cannot be unpacked.",
                e);
        }
    }

    public void Dispose()
    {
        _either.Dispose();
        _timer.Dispose();
    }

    // Brotli's decoder has no exception of its own.
    private static bool IsBrokenCompression(Exception e)
        => e is InvalidDataException or InvalidOperationException { Source: "System.IO.Compression.Brotli" };

    private static BitbucketException TimedOut(BitbucketRequest request, string what, RetryHint hint, Exception inner)
        => new(BitbucketErrorKind.Timeout, $"{request.Address.Authority} {what} ({Describe(request)}).", inner) { Hint = hint };

    private static BitbucketException NoConnection(BitbucketRequest request, HttpRequestException e)
    {
        if (e.HttpRequestError is HttpRequestError.ResponseEnded or HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError
            || e.InnerException is IOException { InnerException: SocketException })
        {
            return new(
                BitbucketErrorKind.ConnectionBroken,
                $"{request.Address.Authority} ended the connection without a complete answer to {Describe(request)}.",
                e);
        }

        return new(BitbucketErrorKind.ConnectionFailed, $"{request.Address.Authority} cannot be reached: {Reason(e)}", e) { Hint = HintOf(e) };
    }

    private static RetryHint HintOf(HttpRequestException e) => e.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError when e.InnerException is SocketException { SocketErrorCode: SocketError.TryAgain } => RetryHint.Unsent,
        HttpRequestError.NameResolutionError => RetryHint.Hopeless,
        HttpRequestError.SecureConnectionError when e.InnerException is AuthenticationException => RetryHint.Hopeless,
        HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError => RetryHint.Unsent,
        _ => RetryHint.None,
    };

    private static string Reason(HttpRequestException e) => e.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => "its name is not known.",
        HttpRequestError.SecureConnectionError => $"the secure connection failed. {e.InnerException?.Message}",
        _ => e.InnerException?.Message ?? e.Message,
    };

    private static string Describe(BitbucketRequest request) => $"{request.Method} {request.Address.AbsolutePath}";
}
