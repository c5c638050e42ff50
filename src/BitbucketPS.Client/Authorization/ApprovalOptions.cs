namespace BitbucketPS.Authorization;

/// <summary>How a person is asked for approval, whatever kind of OAuth asks.</summary>
public class ApprovalOptions
{
    /// <summary>
    /// Where the server sends the person afterwards. An http address of this machine is listened on, port 0 standing for
    /// any free port; any other absolute one, and with OAuth 1 the relative address <c>oob</c>, makes the sign-in ask
    /// <see cref="Prompt"/>.
    /// </summary>
    public required Uri CallbackUri { get; init; }

    /// <summary>How long the person may take. Five minutes by default.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Opens the authorisation page; null where the person opens it, told by <see cref="Progress"/>.</summary>
    public IBrowser? Browser { get; init; }

    /// <summary>Asks for the verifier or code where the callback is not on this machine.</summary>
    public IVerifierPrompt? Prompt { get; init; }

    /// <summary>Is told each step, on the thread that takes it.</summary>
    public IProgress<SignInStep>? Progress { get; init; }

    /// <summary>The clock of timestamps and timeouts.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Refuses a time or a callback that cannot be waited for.</summary>
    /// <exception cref="BitbucketException">The callback can neither be listened on nor asked for.</exception>
    internal void RequireUsable(bool allowsOutOfBand)
    {
        Deadline.Require(Timeout);
        bool isOutOfBand = allowsOutOfBand && string.Equals(CallbackUri.OriginalString, "oob", StringComparison.Ordinal);
        if (!CallbackUri.IsAbsoluteUri && !isOutOfBand)
        {
            throw Refuse($"'{CallbackUri.OriginalString}' is no callback address: it is not absolute{(allowsOutOfBand ? ", nor 'oob'" : "")}.");
        }

        if (!LoopbackListener.CanListenOn(CallbackUri) && Prompt is null)
        {
            throw Refuse($"Nothing here can listen on the callback '{CallbackUri.OriginalString}', and there is nobody to ask for what it brings.");
        }
    }

    private static BitbucketException Refuse(string message) => new(BitbucketErrorKind.InvalidArgument, message)
    {
        RecommendedAction = "Pass a -CallbackUri on this machine, such as http://127.0.0.1:0/callback, where port 0 takes any free port.",
    };
}
