using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>The one place where failures become PowerShell's errors: stable id, category, target, recommended action.</summary>
internal static class ErrorRecords
{
    private const string OutcomeUnknown = "It may have been carried out all the same.";
    private const string LookFirst = "Look whether it was before you run it again.";

    /// <summary>True for what fails every further input alike.</summary>
    public static bool IsFatal(BitbucketException e)
        => e.Kind is BitbucketErrorKind.Unauthorized or BitbucketErrorKind.TokenExpired or BitbucketErrorKind.NotConnected or BitbucketErrorKind.SignInExpired;

    /// <summary>The error of a failure.</summary>
    /// <param name="e">The failure; its kind is the error's id.</param>
    /// <param name="target">The input that it is about.</param>
    /// <param name="advice">What to do about it, where the cmdlet knows more than its kind says; null where it does not.</param>
    public static ErrorRecord From(BitbucketException e, object? target, string? advice = null)
    {
        string message = target?.ToString() is { Length: > 0 } input && !e.Message.Contains(input, StringComparison.OrdinalIgnoreCase)
            ? $"{input}: {e.Message}"
            : e.Message;

        // The advice for its kind may be to try again, which is just what must not be done unseen.
        return new(e, e.Kind.ToString(), CategoryOf(e.Kind), target)
        {
            ErrorDetails = e.IsOutcomeUnknown
                ? new($"{message} {OutcomeUnknown}") { RecommendedAction = $"{OutcomeUnknown} {LookFirst}" }
                : new(message) { RecommendedAction = advice ?? e.RecommendedAction ?? ActionFor(e) },
        };
    }

    private static ErrorCategory CategoryOf(BitbucketErrorKind kind) => kind switch
    {
        BitbucketErrorKind.NotConnected or BitbucketErrorKind.ConnectionFailed or BitbucketErrorKind.ConnectionBroken
            => ErrorCategory.ConnectionError,
        BitbucketErrorKind.Unauthorized or BitbucketErrorKind.TokenExpired or BitbucketErrorKind.TokenRefused
            or BitbucketErrorKind.SignInExpired
            => ErrorCategory.AuthenticationError,
        BitbucketErrorKind.Forbidden or BitbucketErrorKind.AuthorizationDenied => ErrorCategory.PermissionDenied,
        BitbucketErrorKind.CallbackMismatch or BitbucketErrorKind.InsecureAddress
            or BitbucketErrorKind.ProtectedStoreRequired => ErrorCategory.SecurityError,
        BitbucketErrorKind.NotFound or BitbucketErrorKind.Gone or BitbucketErrorKind.ProfileNotFound
            or BitbucketErrorKind.SandboxNotFound
            => ErrorCategory.ObjectNotFound,
        BitbucketErrorKind.Conflict => ErrorCategory.ResourceExists,
        BitbucketErrorKind.RateLimited => ErrorCategory.LimitsExceeded,
        BitbucketErrorKind.ServerError or BitbucketErrorKind.SandboxFailed or BitbucketErrorKind.BrowserFailed
            or BitbucketErrorKind.ProfileStoreFailed or BitbucketErrorKind.VaultFailed
            => ErrorCategory.ResourceUnavailable,
        BitbucketErrorKind.ProfileStoreDamaged => ErrorCategory.InvalidData,
        BitbucketErrorKind.GitCredentialUnavailable => ErrorCategory.InvalidOperation,
        BitbucketErrorKind.CallbackPortInUse => ErrorCategory.ResourceBusy,
        BitbucketErrorKind.Timeout or BitbucketErrorKind.AuthorizationTimeout => ErrorCategory.OperationTimeout,
        BitbucketErrorKind.UnexpectedResponse or BitbucketErrorKind.CallbackInvalid or BitbucketErrorKind.CallbackNotConfirmed
            => ErrorCategory.ProtocolError,
        BitbucketErrorKind.FileFailed => ErrorCategory.WriteError,
        BitbucketErrorKind.RequestFailed => ErrorCategory.InvalidOperation,
        _ => ErrorCategory.InvalidArgument,
    };

    private static string? ActionFor(BitbucketException e) => e.Kind switch
    {
        BitbucketErrorKind.NotConnected => "Run Connect-Bitbucket, or pass an open session with -Session.",
        BitbucketErrorKind.InvalidRepository => "Give it as workspace/slug, for example acme/website, as a slug in the session's workspace, or as the repository's address.",
        BitbucketErrorKind.RepositoryRequired => "Give -Repository workspace/slug, or connect with -Repository.",
        BitbucketErrorKind.WorkspaceRequired => "Write workspace/slug, give -Workspace, or connect with -Workspace.",
        BitbucketErrorKind.TokenExpired => "Sign in again with Connect-Bitbucket.",
        BitbucketErrorKind.Unauthorized => "Sign in again with Connect-Bitbucket, and check the credential: an API token goes with the e-mail address of the Atlassian account, not with the Bitbucket user name.",
        BitbucketErrorKind.Forbidden => ForbiddenAction(e as BitbucketApiException),
        BitbucketErrorKind.NotFound => "Check the spelling, and that this account may see it: Bitbucket answers the same for both.",
        BitbucketErrorKind.ConnectionFailed or BitbucketErrorKind.ConnectionBroken or BitbucketErrorKind.Timeout
            => "Check the network, a proxy, and the session's server (Get-BitbucketSession); then try again.",
        BitbucketErrorKind.RateLimited => "Wait some minutes and try again; the limits are counted over a rolling hour. Connect-Bitbucket -MaximumRetryCount says how often the session waits by itself.",
        BitbucketErrorKind.ServerError => "Try again later; the service's state is at https://bitbucket.status.atlassian.com.",
        BitbucketErrorKind.BadRequest when e is BitbucketApiException { Fields.Count: 0 }
            => "The message says what stands in the way; Get-Help -Full shows what each parameter takes.",
        BitbucketErrorKind.InvalidArgument or BitbucketErrorKind.BadRequest
            => "Correct the value that the message names; Get-Help -Full shows what each parameter takes.",
        BitbucketErrorKind.Gone => "Bitbucket has removed this operation.",
        BitbucketErrorKind.AuthorizationDenied => "Run the command again and approve the request, if you meant to.",
        BitbucketErrorKind.AuthorizationTimeout => "Run the command again; -TimeoutSec gives more time, -NoBrowser shows the address to open yourself.",
        _ => null,
    };

    // The service names the scopes in each of its answers, also where none is missing.
    private static string ForbiddenAction(BitbucketApiException? e) => e?.RequiredScopes.Except(e.GrantedScopes, StringComparer.Ordinal).Any() is true
        ? $"The operation needs the scope {string.Join(", ", e.RequiredScopes)}"
            + (e.GrantedScopes.Count > 0 ? $"; this credential has {string.Join(", ", e.GrantedScopes)}." : ".")
        : "This account has no permission for it; an administrator of the repository or workspace can give one.";
}
