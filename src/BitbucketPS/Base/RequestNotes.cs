using System.Management.Automation;
using BitbucketPS.Http;

namespace BitbucketPS.Cmdlets;

/// <summary>Tells the person who runs a cmdlet what becomes of its requests. Used on the engine's thread only.</summary>
/// <param name="cmdlet">The cmdlet.</param>
/// <param name="asksBeforeVerbose">True if the engine asks whether to go on after each line of -Verbose, as it does with -Debug alone.</param>
internal sealed class RequestNotes(Cmdlet cmdlet, bool asksBeforeVerbose)
{
    // Shorter waits are over before somebody wonders.
    private static readonly TimeSpan s_longWait = TimeSpan.FromSeconds(5);

    private DateTimeOffset _pausedUntil;

    /// <summary>Tells of a wait: a warning if somebody could wonder, and once for all requests that wait for the same.</summary>
    public void Write(RequestWait wait)
    {
        if (wait.IsRateLimit ? IsNewPause(wait) : wait.Length >= s_longWait)
        {
            cmdlet.WriteWarning(wait.Reason);
        }
        else
        {
            Write(wait.Reason);
        }
    }

    /// <summary>Tells of an attempt, with its headers if it has any.</summary>
    public void Write(RequestAttempt attempt)
    {
        Write(attempt.ToString());
        foreach (string header in attempt.Headers)
        {
            cmdlet.WriteDebug(header);
        }
    }

    // All requests of a group wait for the same pause, and a little of it may be over when the next one comes.
    private bool IsNewPause(RequestWait wait)
    {
        if (wait.Until - wait.Length < _pausedUntil)
        {
            return false;
        }

        _pausedUntil = wait.Until;
        return true;
    }

    // Nobody who looks at headers wants to be asked after each request whether to go on.
    private void Write(string text)
    {
        if (asksBeforeVerbose)
        {
            cmdlet.WriteDebug(text);
        }
        else
        {
            cmdlet.WriteVerbose(text);
        }
    }
}
