using System.Net;
using System.Security.Cryptography;

namespace BitbucketPS.Http;

/// <summary>
/// Decides, for one request, whether a failed attempt is worth another, and how long to wait before it. What changes something
/// is repeated only where that cannot do it twice: PUT and DELETE may be, POST only if the server refused it unread (429) or
/// was never reached.
/// </summary>
/// <param name="request">The request.</param>
/// <param name="most">How often to try again, at most.</param>
/// <param name="isKnownServer">Whether the server has answered before, in this session.</param>
internal sealed class RetryPlan(BitbucketRequest request, int most, Func<bool> isKnownServer)
{
    // What hardly ever passes by itself is tried again once or twice only: nobody waits minutes for a mistyped address.
    private const int MostOfDoubtful = 2;

    private static readonly TimeSpan s_firstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(30);

    private int _retries;
    private bool _wasDone;

    /// <summary>The number of the attempt, from 1.</summary>
    public int Attempt => _retries + 1;

    /// <summary>True once an attempt ended so that nobody knows whether the server did what was asked.</summary>
    public bool IsOutcomeUnknown { get; private set; }

    private bool ChangesNothing => request.Method == HttpMethod.Get || request.Method == HttpMethod.Head || request.Method == HttpMethod.Options;

    private bool IsRepeatable => ChangesNothing || request.Method == HttpMethod.Put || request.Method == HttpMethod.Delete;

    /// <summary>Takes note of the method that an attempt ended with: a POST that a redirect turned into a GET has been carried out.</summary>
    public void NoteMethod(HttpMethod method) => _wasDone |= method != request.Method;

    /// <summary>How long to wait before the next attempt; null if there is to be none.</summary>
    /// <param name="failure">What became of the last one.</param>
    public TimeSpan? Next(BitbucketException failure)
    {
        IsOutcomeUnknown |= !ChangesNothing && MayHaveBeenDone(failure);
        TimeSpan? retryAfter = (failure as BitbucketApiException)?.RetryAfter;
        if (_retries >= Math.Min(most, MostFor(failure)) || retryAfter > RetryAfter.Longest)
        {
            return null;
        }

        _retries++;
        return retryAfter ?? (failure.Kind is BitbucketErrorKind.RateLimited ? TimeSpan.Zero : BackOff());
    }

    private bool MayHaveBeenDone(BitbucketException failure) => _wasDone || (failure.Hint is not RetryHint.Unsent && failure.Kind switch
    {
        // An answer came, and be it a redirect that is not followed.
        BitbucketErrorKind.ServerError or BitbucketErrorKind.UnexpectedResponse => true,
        BitbucketErrorKind.ConnectionBroken or BitbucketErrorKind.Timeout or BitbucketErrorKind.ConnectionFailed
            => failure.Hint is not RetryHint.Hopeless,
        _ => false,
    });

    private int MostFor(BitbucketException failure) => failure switch
    {
        { Hint: RetryHint.Hopeless } => 0,
        _ when _wasDone => 0,
        { Kind: BitbucketErrorKind.RateLimited } => most,
        { Hint: RetryHint.Unsent, Kind: BitbucketErrorKind.ConnectionFailed or BitbucketErrorKind.ConnectionBroken or BitbucketErrorKind.Timeout }
            => isKnownServer() ? most : MostOfDoubtful,
        _ when !IsRepeatable => 0,
        BitbucketApiException { StatusCode: HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout or (HttpStatusCode)555 } => most,
        { Kind: BitbucketErrorKind.ConnectionBroken or BitbucketErrorKind.ConnectionFailed } => most,
        { Kind: BitbucketErrorKind.Timeout } or { Hint: RetryHint.Cut } => MostOfDoubtful,
        _ => 0,
    };

    // Half of the wait is chance, so that those who failed together do not come back together.
    private TimeSpan BackOff()
    {
        TimeSpan wait = s_firstWait * Math.Pow(2, Math.Min(_retries, 10) - 1);
        wait = wait < s_longestWait ? wait : s_longestWait;
        return wait * (0.5 + (RandomNumberGenerator.GetInt32(1001) / 2000.0));
    }
}
