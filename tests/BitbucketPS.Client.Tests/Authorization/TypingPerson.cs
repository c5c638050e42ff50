using BitbucketPS.Authorization;

namespace BitbucketPS.Client.Tests.Authorization;

/// <summary>A person who types what the test says.</summary>
internal sealed class TypingPerson(Func<Uri, CancellationToken, Task<string>> type) : IVerifierPrompt
{
    public Task<string> AskAsync(Uri authorizationAddress, CancellationToken cancellationToken) => type(authorizationAddress, cancellationToken);
}
