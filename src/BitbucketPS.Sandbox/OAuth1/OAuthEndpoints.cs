namespace BitbucketPS.Sandbox;

/// <summary>The two endpoints that programs talk to: request token and access token.</summary>
internal sealed class OAuthEndpoints
{
    public const string RequestTokenPath = "/1.0/oauth/request_token";
    public const string AccessTokenPath = "/1.0/oauth/access_token";

    /// <summary>The challenge of every 401.</summary>
    public const string Challenge = "OAuth realm=\"Bitbucket sandbox\"";

    private readonly OAuthProvider _provider;
    private readonly CredentialKeeper _keeper;

    public OAuthEndpoints(OAuthProvider provider, CredentialKeeper keeper)
    {
        _provider = provider;
        _keeper = keeper;
    }

    /// <summary>Answers a request to one of the two.</summary>
    public async Task HandleAsync(HttpContext http, RequestTarget target)
    {
        if (!HttpMethods.IsPost(http.Request.Method))
        {
            http.Response.Headers.Allow = HttpMethods.Post;
            await WriteAsync(http, 405, "oauth_problem=method_not_allowed");
            return;
        }

        try
        {
            OAuthRequest request = await OAuthRequest.ReadAsync(http.Request, target, http.RequestAborted)
                ?? throw OAuthProblemException.Absent("oauth_consumer_key");
            await WriteAsync(http, 200, target.Path is RequestTokenPath ? RequestToken(request) : await AccessTokenAsync(request));
        }
        catch (OAuthProblemException problem)
        {
            RequestLogEntry.Of(http)?.Problem = problem.Form;
            http.Response.Headers.WWWAuthenticate = $"{Challenge}, oauth_problem=\"{problem.Problem}\"";
            await WriteAsync(http, 401, problem.Form);
        }
    }

    private static Task WriteAsync(HttpContext http, int status, string form)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/x-www-form-urlencoded";
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsync(form, http.RequestAborted);
    }

    private string RequestToken(OAuthRequest request)
    {
        RequestToken token = _provider.IssueRequestToken(request);
        return $"oauth_token={token.Token}&oauth_token_secret={token.Secret}&oauth_callback_confirmed=true";
    }

    private async Task<string> AccessTokenAsync(OAuthRequest request)
    {
        AccessToken token = _provider.IssueAccessToken(request);
        await _keeper.SaveAsync();
        return $"oauth_token={token.Token}&oauth_token_secret={token.Secret}";
    }
}
