namespace BitbucketPS;

/// <summary>How a limit is known.</summary>
public enum RateLimitSource
{
    /// <summary>Atlassian's article "API request limits" names it; workspaces with many paid seats have more.</summary>
    Documented,

    /// <summary>The server named it in <c>X-RateLimit-Limit</c>.</summary>
    Header,

    /// <summary>The server refused a request with a 429 after so many.</summary>
    Observed,
}
