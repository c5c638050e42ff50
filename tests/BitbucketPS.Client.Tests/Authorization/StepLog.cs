using BitbucketPS.Authorization;

namespace BitbucketPS.Client.Tests.Authorization;

/// <summary>Remembers steps; and says once the page is needed.</summary>
internal sealed class StepLog : IProgress<OAuth1Step>
{
    private readonly TaskCompletionSource<Uri> _page = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public List<OAuth1Step> Steps { get; } = [];

    public Task<Uri> Page => _page.Task;

    public void Report(OAuth1Step value)
    {
        Steps.Add(value);
        if (value.Kind == OAuth1StepKind.AuthorizationNeeded)
        {
            _page.TrySetResult(value.Address);
        }
    }
}
