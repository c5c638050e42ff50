using System.Globalization;

namespace BitbucketPS.Authorization;

/// <summary>
/// Sends a person to an authorisation page and waits for what comes back: on a listener of this machine, or by asking the
/// person where nothing here can listen. Both kinds of OAuth use it.
/// </summary>
internal sealed class ApprovalWait : IAsyncDisposable
{
    private readonly ApprovalOptions _options;
    private readonly LoopbackListener? _listener;
    private int _ignored;

    private ApprovalWait(ApprovalOptions options, LoopbackListener? listener)
    {
        _options = options;
        _listener = listener;
    }

    /// <summary>Where the server has to send the person afterwards, as the server has to be told it.</summary>
    public string Callback => (_listener?.CallbackUri ?? _options.CallbackUri).OriginalString;

    /// <summary>Listens from here on, if the callback is on this machine.</summary>
    /// <exception cref="BitbucketException">The port is taken.</exception>
    public static ApprovalWait Start(ApprovalOptions options) => new(
        options,
        LoopbackListener.CanListenOn(options.CallbackUri) ? LoopbackListener.Start(options.CallbackUri, options.TimeProvider) : null);

    /// <summary>Opens the page and waits.</summary>
    /// <param name="page">The authorisation page.</param>
    /// <param name="judge">Tells the answer of this sign-in from others.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The verifier or code.</returns>
    /// <exception cref="BitbucketSignInException">The person or the server said no, or nobody answered in time.</exception>
    public async Task<string> RunAsync(Uri page, ICallbackJudge judge, CancellationToken cancellationToken)
    {
        _options.Progress?.Report(new(SignInStepKind.AuthorizationNeeded, page));
        CallbackVerdict verdict = _listener is null
            ? await AskAsync(page, judge, cancellationToken).ConfigureAwait(false)
            : await ListenAsync(_listener, page, judge, cancellationToken).ConfigureAwait(false);
        return verdict.ProofOrThrow();
    }

    /// <summary>Closes the listener.</summary>
    public ValueTask DisposeAsync() => _listener?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<CallbackVerdict> ListenAsync(LoopbackListener listener, Uri page, ICallbackJudge judge, CancellationToken cancellationToken)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<CallbackParameters> callback = listener.WaitAsync(parameters => Show(judge.Judge(parameters)), _options.Timeout, stop.Token);
        await OpenMeanwhileAsync(page, callback, () => listener.HasCallback, stop).ConfigureAwait(false);
        try
        {
            return judge.Judge(await callback.ConfigureAwait(false));
        }
        catch (BitbucketSignInException e) when (e.Kind == BitbucketErrorKind.AuthorizationTimeout && _ignored > 0)
        {
            string count = _ignored.ToString(CultureInfo.InvariantCulture);
            throw new BitbucketSignInException(e.Kind, $"{e.Message} Callbacks that belonged to no sign-in or another one: {count}.", e)
            {
                RecommendedAction = e.RecommendedAction,
            };
        }
    }

    private CallbackPage Show(CallbackVerdict verdict)
    {
        if (!verdict.Page.EndsTheWait)
        {
            Interlocked.Increment(ref _ignored);
        }

        return verdict.Page;
    }

    private async Task<CallbackVerdict> AskAsync(Uri page, ICallbackJudge judge, CancellationToken cancellationToken)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<string> answer = Deadline.RunAsync(
            token => _options.Prompt!.AskAsync(page, token).WaitAsync(token), _options.Timeout, _options.TimeProvider, stop.Token);
        await OpenMeanwhileAsync(page, answer, () => answer.IsCompleted, stop).ConfigureAwait(false);
        return JudgeAnswer(await answer.ConfigureAwait(false), judge);
    }

    // What a person copies is the verifier or code alone, the whole address that the browser was sent to, or its query.
    private static CallbackVerdict JudgeAnswer(string answer, ICallbackJudge judge)
    {
        string text = answer.Trim();
        int question = text.IndexOf('?', StringComparison.Ordinal);
        if (question >= 0 || text.Contains('=', StringComparison.Ordinal) || text.Contains("://", StringComparison.Ordinal)
            || text.Length == 0 || text.Any(char.IsWhiteSpace))
        {
            return judge.Judge(new(text[(question + 1)..].Split('#')[0]));
        }

        return judge.JudgeWord(text);
    }

    /// <summary>Opens the page while the answer is awaited; a browser that fails before it has come ends the wait.</summary>
    private async Task OpenMeanwhileAsync(Uri page, Task answer, Func<bool> hasAnswer, CancellationTokenSource stop)
    {
        Task<BitbucketException?> browser = OpenAsync(page, stop.Token);
        await Task.WhenAny(answer, browser).ConfigureAwait(false);
        if (answer.IsCompleted || await browser.ConfigureAwait(false) is not BitbucketException failure || hasAnswer())
        {
            return;
        }

        await stop.CancelAsync().ConfigureAwait(false);
        await Task.WhenAny(answer).ConfigureAwait(false);
        throw failure;
    }

    // On a thread of its own: a browser that blocks must not keep the listener from its deadline.
    private async Task<BitbucketException?> OpenAsync(Uri page, CancellationToken cancellationToken)
    {
        if (_options.Browser is not IBrowser browser)
        {
            return null;
        }

        try
        {
            await Task.Run(() => browser.OpenAsync(page, cancellationToken), cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (BitbucketException e)
        {
            return e;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
