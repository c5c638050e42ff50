using System.Globalization;

namespace BitbucketPS.Authorization;

/// <summary>The time that a person has to answer.</summary>
internal static class Deadline
{
    // As far as a timer reaches.
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(24);

    /// <summary>Refuses a time that is none.</summary>
    public static void Require(TimeSpan timeout)
    {
        if (timeout <= TimeSpan.Zero || timeout > s_longest)
        {
            throw new BitbucketException(BitbucketErrorKind.InvalidArgument, $"Nobody can wait for {timeout} (hours:minutes:seconds).")
            {
                RecommendedAction = "Pass a -TimeoutSec of at least one second.",
            };
        }
    }

    /// <summary>Runs a wait; the end of the time is an error, the caller's own stop is not.</summary>
    public static async Task<T> RunAsync<T>(
        Func<CancellationToken, Task<T>> wait, TimeSpan timeout, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        Require(timeout);
        using CancellationTokenSource deadline = new(timeout, timeProvider);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await wait(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested && deadline.IsCancellationRequested)
        {
            string seconds = timeout.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture);
            throw new BitbucketSignInException(
                BitbucketErrorKind.AuthorizationTimeout, $"Nobody answered the authorisation page within {seconds} s.", e)
            {
                RecommendedAction = "Sign in again and follow the address in time, or allow more with -TimeoutSec.",
            };
        }
    }
}
