using BitbucketPS.Authorization;

namespace BitbucketPS.Client.Tests.Authorization;

/// <summary>A person's browser: does with the authorisation page what the test says.</summary>
internal sealed class ActingBrowser(Func<Uri, CancellationToken, Task> act) : IBrowser
{
    public Task OpenAsync(Uri address, CancellationToken cancellationToken) => act(address, cancellationToken);
}
