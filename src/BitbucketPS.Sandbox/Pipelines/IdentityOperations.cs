using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>How a workspace proves to others which step asks (OpenID Connect): what everybody may read about it.</summary>
internal static class IdentityOperations
{
    private const string Base = "/workspaces/{workspace}/pipelines-config/identity/oidc";

    private static readonly Lazy<RSAParameters> s_key = new(MakeKey);

    public static void AddTo(HandlerTable handlers)
    {
        handlers.Add($"GET {Base}/.well-known/openid-configuration", Describe);
        handlers.Add($"GET {Base}/keys.json", ListKeys);
    }

    private static ApiAnswer Describe(ApiCall call)
    {
        string issuer = $"{call.Links.Origin}/2.0/workspaces/{call.RequireWorkspace().Slug}/pipelines-config/identity/oidc";
        return ApiAnswer.Ok(new JsonObject
        {
            ["issuer"] = issuer,
            ["jwks_uri"] = $"{issuer}/keys.json",
            ["response_types_supported"] = new JsonArray("id_token"),
            ["subject_types_supported"] = new JsonArray("public"),
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
            ["scopes_supported"] = new JsonArray("openid"),
            ["claims_supported"] = new JsonArray("sub", "aud", "iss", "exp", "iat", "repositoryUuid", "workspaceUuid", "pipelineUuid", "stepUuid", "branchName"),
        });
    }

    private static ApiAnswer ListKeys(ApiCall call)
    {
        call.RequireWorkspace();
        return ApiAnswer.Ok(new JsonObject
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["alg"] = "RS256",
                ["kid"] = "sandbox",
                ["n"] = Base64Url.EncodeToString(s_key.Value.Modulus),
                ["e"] = Base64Url.EncodeToString(s_key.Value.Exponent),
            }),
        });
    }

    // Nothing is ever signed with it: no step really runs.
    private static RSAParameters MakeKey()
    {
        using RSA rsa = RSA.Create(2048);
        return rsa.ExportParameters(includePrivateParameters: false);
    }
}
