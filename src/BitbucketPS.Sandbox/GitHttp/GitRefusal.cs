namespace BitbucketPS.Sandbox;

/// <summary>An answer to git that is not the one asked for: plain text, which git shows after <c>remote:</c>.</summary>
internal sealed class GitRefusal : Exception
{
    private const string Challenge = "Basic realm=\"Bitbucket\"";

    public GitRefusal(int status, string message)
        : base(message)
    {
        Status = status;
    }

    public int Status { get; }

    /// <summary>The one method to name in <c>Allow</c>, for a 405.</summary>
    public string? Allow { get; init; }

    /// <summary>Nobody in particular asks, or with a credential that is none.</summary>
    public static GitRefusal Unauthorized(string reason) => new(
        401,
        $"{reason}\nThe user name for git is {GitAuthenticator.AccessTokenUser} with an access token, "
        + $"{GitAuthenticator.ApiTokenUser} or your Bitbucket user name with an API token; never the e-mail address.");

    /// <summary>Sends it.</summary>
    public Task WriteAsync(HttpContext http)
    {
        if (Status == 401)
        {
            http.Response.Headers.WWWAuthenticate = Challenge;
        }

        if (Allow is not null)
        {
            http.Response.Headers.Allow = Allow;
        }

        http.Response.StatusCode = Status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(Message + "\n", http.RequestAborted);
    }
}
