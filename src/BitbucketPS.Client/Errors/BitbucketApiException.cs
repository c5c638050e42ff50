using System.Net;

namespace BitbucketPS;

/// <summary>The server answered, and the answer is an error.</summary>
public sealed class BitbucketApiException : BitbucketException
{
    internal BitbucketApiException(BitbucketErrorKind kind, string message, HttpStatusCode statusCode)
        : base(kind, message)
    {
        StatusCode = statusCode;
    }

    /// <summary>The status of the answer.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>The method of the request.</summary>
    public string Method { get; init; } = "";

    /// <summary>The path of the request, without its query.</summary>
    public string Path { get; init; } = "";

    /// <summary>The name of the operation in the catalogue, where the request belongs to one.</summary>
    public string? Operation { get; init; }

    /// <summary>The longer text of the server, where it sent one.</summary>
    public string? Detail { get; init; }

    /// <summary>The server's complaints per field of the request; empty where it has none.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The scopes that the operation needs, as the server says or the catalogue knows; empty where nobody does.</summary>
    public IReadOnlyList<string> RequiredScopes { get; init; } = [];

    /// <summary>The scopes that the credential has, as the server says; empty where it does not.</summary>
    public IReadOnlyList<string> GrantedScopes { get; init; } = [];

    /// <summary>The kind of credential that the server saw, such as <c>repo_access_token</c> (<c>X-Credential-Type</c>); null where it saw none.</summary>
    public string? CredentialType { get; init; }

    /// <summary>The server's id of this request, for a question to its support.</summary>
    public string? RequestId { get; init; }

    /// <summary>How long the server asks to wait (<c>Retry-After</c>); null where it does not.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The body of the answer as it came, at most 64 KiB of it, secrets masked.</summary>
    public string RawBody { get; init; } = "";
}
