using BitbucketPS.Authorization;
using BitbucketPS.Http;
using BitbucketPS.Signing;

namespace BitbucketPS.Cmdlets;

/// <summary>A three-legged sign-in of a cmdlet: steps are said, and questions asked, on the engine's thread.</summary>
internal sealed class OAuth1SignIn(Action<Action> post, SignInVoice voice)
    : IProgress<OAuth1Step>, IVerifierPrompt
{
    public required Uri BaseUri { get; init; }

    public OAuth1SignatureMethod SignatureMethod { get; init; }

    public required Uri CallbackUri { get; init; }

    public TimeSpan Timeout { get; init; }

    public IBrowser? Browser { get; init; }

    /// <summary>Runs it.</summary>
    /// <returns>The consumer with the access token that the person gave it.</returns>
    public async Task<OAuth1Credentials> RunAsync(OAuth1Credentials consumer, CancellationToken cancellationToken)
    {
        using HttpMessageInvoker transport = new(Pipeline.CreateTransport());
        OAuth1AuthorizationOptions options = new()
        {
            BaseUri = BaseUri,
            Credentials = consumer,
            SignatureMethod = SignatureMethod,
            CallbackUri = CallbackUri,
            Timeout = Timeout,
            Transport = transport,
            Browser = Browser,
            Prompt = this,
            Progress = this,
        };
        return await new OAuth1Authorization(options).SignInAsync(cancellationToken).ConfigureAwait(false);
    }

    void IProgress<OAuth1Step>.Report(OAuth1Step value) => post(() => voice.Say(value, Browser is not null));

    Task<string> IVerifierPrompt.AskAsync(Uri authorizationAddress, CancellationToken cancellationToken)
    {
        TaskCompletionSource<string> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        post(() =>
        {
            try
            {
                answer.SetResult(voice.AskForVerifier());
            }
            catch (BitbucketSignInException e)
            {
                answer.SetException(e);
            }
        });
        return answer.Task.WaitAsync(cancellationToken);
    }
}
