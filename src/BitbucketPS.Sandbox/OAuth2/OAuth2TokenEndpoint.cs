using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The endpoint where programs get tokens.</summary>
internal sealed class OAuth2TokenEndpoint
{
    public const string Path = "/site/oauth2/access_token";

    private readonly OAuth2Provider _provider;
    private readonly OAuth2ClientAuthenticator _clients;
    private readonly CredentialKeeper _keeper;

    public OAuth2TokenEndpoint(OAuth2Provider provider, CredentialKeeper keeper)
    {
        _provider = provider;
        _keeper = keeper;
        _clients = new(provider.Consumer);
    }

    /// <summary>Answers a request to it. Every refusal of tokens is a 400, also that of a wrong secret.</summary>
    public async Task HandleAsync(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Pragma = "no-cache";
        if (!HttpMethods.IsPost(http.Request.Method))
        {
            http.Response.Headers.Allow = HttpMethods.Post;
            await ApiWriter.WriteAsync(http, 405, ToJson(OAuth2Exception.InvalidRequest("Tokens are given for a POST only.")));
            return;
        }

        try
        {
            JsonObject tokens = await GiveAsync(http.Request);
            await _keeper.SaveAsync();
            await ApiWriter.WriteAsync(http, 200, tokens);
        }
        catch (OAuth2Exception e)
        {
            RequestLogEntry.Of(http)?.Problem = $"{e.Error}: {e.Message}";
            await ApiWriter.WriteAsync(http, 400, ToJson(e));
        }
    }

    private static JsonObject ToJson(OAuth2Exception e) => new() { ["error_description"] = e.Message, ["error"] = e.Error };

    private static async Task<QueryParameters> ReadAsync(HttpRequest request)
    {
        // A body of any other type counts as none, as on Cloud: JSON has no grant type there.
        string form = request.HasFormContentTypeOnly() ? await request.ReadFormTextAsync(request.HttpContext.RequestAborted) : "";
        try
        {
            return QueryParameters.ParseOnce(form);
        }
        catch (ApiException)
        {
            throw OAuth2Exception.InvalidRequest("The form has a parameter twice, or is not valid percent-encoded UTF-8.");
        }
    }

    private async Task<JsonObject> GiveAsync(HttpRequest request)
    {
        QueryParameters form = await ReadAsync(request);
        string? grantType = form["grant_type"];
        if (grantType is null || !OAuth2Provider.IsKnown(grantType))
        {
            throw new OAuth2Exception("unsupported_grant_type", $"Unsupported grant type: {grantType ?? "None"}");
        }

        OAuth2Tokens tokens = _provider.Give(grantType, _clients.Authenticate(request, form), form);
        JsonObject json = new()
        {
            ["access_token"] = tokens.AccessToken,
            ["token_type"] = "bearer",
            ["expires_in"] = (long)_provider.Tokens.Lifetime.TotalSeconds,
            [_provider.ScopeKey] = string.Join(' ', tokens.Scopes),
            ["state"] = grantType,
        };
        if (tokens.RefreshToken is not null)
        {
            json["refresh_token"] = tokens.RefreshToken;
        }

        return json;
    }
}
