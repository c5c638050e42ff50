namespace BitbucketPS;

/// <summary>What went wrong, as a stable name that scripts can test for: it becomes the error id of a cmdlet's error.</summary>
public enum BitbucketErrorKind
{
    /// <summary>The server answered with an error that none of the other kinds describes.</summary>
    RequestFailed,

    /// <summary>No session: nobody has signed in, or the session was closed.</summary>
    NotConnected,

    /// <summary>An argument cannot be what it should be; the message names it.</summary>
    InvalidArgument,

    /// <summary>The text is no repository: neither <c>workspace/slug</c>, a slug, nor an address of one.</summary>
    InvalidRepository,

    /// <summary>No repository was named, and none could be found out.</summary>
    RepositoryRequired,

    /// <summary>No workspace was named, and the session has no default.</summary>
    WorkspaceRequired,

    /// <summary>400: the server refuses the request as it stands.</summary>
    BadRequest,

    /// <summary>401: the server does not accept the credential.</summary>
    Unauthorized,

    /// <summary>401: the credential was good once and has expired.</summary>
    TokenExpired,

    /// <summary>403: the credential is good, but not for this.</summary>
    Forbidden,

    /// <summary>404: it does not exist, or the account may not know that it does.</summary>
    NotFound,

    /// <summary>409, or a 400 that says that it exists already.</summary>
    Conflict,

    /// <summary>410: the operation is gone.</summary>
    Gone,

    /// <summary>429: too many requests.</summary>
    RateLimited,

    /// <summary>5xx: the server failed.</summary>
    ServerError,

    /// <summary>No connection: refused, unknown host, TLS failure.</summary>
    ConnectionFailed,

    /// <summary>The connection ended in the middle of an answer.</summary>
    ConnectionBroken,

    /// <summary>No answer in time.</summary>
    Timeout,

    /// <summary>The answer is not what the API sends: HTML instead of JSON, broken JSON, a page that leads elsewhere.</summary>
    UnexpectedResponse,

    /// <summary>The address would carry a credential over plain http to another machine.</summary>
    InsecureAddress,

    /// <summary>The server refuses to give a token; see <see cref="BitbucketSignInException.Problem"/>.</summary>
    TokenRefused,

    /// <summary>The person said no on the authorisation page.</summary>
    AuthorizationDenied,

    /// <summary>Nobody answered the authorisation page in time.</summary>
    AuthorizationTimeout,

    /// <summary>The callback belongs to another sign-in: its token is not the one that was asked for.</summary>
    CallbackMismatch,

    /// <summary>The callback was called without what it has to carry.</summary>
    CallbackInvalid,

    /// <summary>Something else listens on the callback's port.</summary>
    CallbackPortInUse,

    /// <summary>The server does not confirm the callback (RFC 5849 section 2.1), so it is no OAuth 1.0a server.</summary>
    CallbackNotConfirmed,

    /// <summary>The browser could not be opened.</summary>
    BrowserFailed,

    /// <summary>The tokens cannot be refreshed any more: a person has to sign in again.</summary>
    SignInExpired,

    /// <summary>No profile of that name was saved, or none is the default.</summary>
    ProfileNotFound,

    /// <summary>The saved profiles cannot be read or written: no permission, no space, a store that is locked or does not answer.</summary>
    ProfileStoreFailed,

    /// <summary>The saved profiles are damaged; they were set aside, and the message says where.</summary>
    ProfileStoreDamaged,

    /// <summary>The platform has no protected store, and a plain file was forbidden.</summary>
    ProtectedStoreRequired,

    /// <summary>The SecretManagement vault failed, or that module is not loaded.</summary>
    VaultFailed,

    /// <summary>The session's credential is none that git over HTTPS takes.</summary>
    GitCredentialUnavailable,

    /// <summary>The sandbox could not be started.</summary>
    SandboxFailed,

    /// <summary>No sandbox runs as that process.</summary>
    SandboxNotFound,

    /// <summary>A file could not be read or written.</summary>
    FileFailed,
}
