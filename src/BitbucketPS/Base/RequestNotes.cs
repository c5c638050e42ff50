using System.Management.Automation;
using BitbucketPS.Http;

namespace BitbucketPS.Cmdlets;

/// <summary>Tells the person who runs a cmdlet what becomes of its requests. Used on the engine's thread only.</summary>
/// <remarks>
/// With -Debug the engine asks whether to go on after each warning and each line of -Verbose, unless a parameter says otherwise. Nobody
/// who looks at headers wants to be asked after each request: then these are lines of -Debug too.
/// </remarks>
/// <param name="cmdlet">The cmdlet.</param>
/// <param name="asksAfterVerbose">True if the engine asks after each line of -Verbose.</param>
/// <param name="asksAfterWarning">True if it asks after each warning.</param>
internal sealed class RequestNotes(Cmdlet cmdlet, bool asksAfterVerbose, bool asksAfterWarning)
{
    // Shorter waits are over before somebody wonders.
    private static readonly TimeSpan s_longWait = TimeSpan.FromSeconds(5);

    private DateTimeOffset _pausedUntil;

    /// <summary>Tells of a wait: a warning if somebody could wonder, and once for all requests that wait for the same.</summary>
    public void Write(RequestWait wait)
    {
        if (wait.IsRateLimit ? IsNewPause(wait) : wait.Length >= s_longWait)
        {
            Write(wait.Reason, asksAfterWarning, cmdlet.WriteWarning);
        }
        else
        {
            Write(wait.Reason, asksAfterVerbose, cmdlet.WriteVerbose);
        }
    }

    /// <summary>Tells of an attempt, with its headers if it has any.</summary>
    public void Write(RequestAttempt attempt)
    {
        Write(attempt.ToString(), asksAfterVerbose, cmdlet.WriteVerbose);
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

    private void Write(string text, bool asks, Action<string> write)
    {
        if (asks)
        {
            cmdlet.WriteDebug(text);
        }
        else
        {
            write(text);
        }
    }
}
