using BitbucketPS.Authorization;

namespace BitbucketPS.Client.Tests.Authorization;

/// <summary>Remembers steps; and says once the page is needed.</summary>
internal sealed class StepLog : IProgress<SignInStep>
{
    private readonly TaskCompletionSource<Uri> _page = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public List<SignInStep> Steps { get; } = [];

    public Task<Uri> Page => _page.Task;

    public void Report(SignInStep value)
    {
        Steps.Add(value);
        if (value.Kind == SignInStepKind.AuthorizationNeeded)
        {
            _page.TrySetResult(value.Address);
        }
    }
}
