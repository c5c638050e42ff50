using BitbucketPS.Authorization;

namespace BitbucketPS.Cmdlets;

/// <summary>The person's part in a cmdlet's sign-in: steps are said, and questions asked, on the engine's thread.</summary>
/// <param name="post">Hands an action to the engine's thread.</param>
/// <param name="voice">Says and asks.</param>
/// <param name="browser">Opens the page; null where the person does.</param>
internal sealed class PersonalApproval(Action<Action> post, SignInVoice voice, IBrowser? browser) : IProgress<SignInStep>, IVerifierPrompt
{
    /// <summary>What opens the page; null where the person does.</summary>
    public IBrowser? Browser => browser;

    void IProgress<SignInStep>.Report(SignInStep value) => post(() => voice.Say(value, browser is not null));

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
