namespace BitbucketPS.Sandbox.Tests;

/// <summary>Other persons than the demo person.</summary>
public static class PersonExtensions
{
    /// <summary>The header of a person by their user name; without scopes they have all.</summary>
    public static string As(this SandboxFixture sandbox, string username, params string[] scopes)
        => "Bearer " + sandbox.Server.IssueAccessTokenFor(username, TimeSpan.FromHours(1), scopes);

    /// <summary>Gives the person or group of an address a permission; null takes it. OAuth cannot, so it is the demo person's API token that does.</summary>
    public static Task<Answer> PermitAsync(this SandboxFixture sandbox, string target, string? permission)
        => sandbox.SendAsync(
            permission is null ? "DELETE" : "PUT",
            target,
            SandboxFixture.BasicHeader(sandbox.Server.ApiToken),
            permission is null ? null : SandboxFixture.Json($$"""{"permission": "{{permission}}"}"""));

    /// <summary>The id of a person, as links hold it.</summary>
    public static async Task<string> UuidAsync(this SandboxFixture sandbox, string username)
        => (string)(await sandbox.SendAsync("GET", "/2.0/user", sandbox.As(username))).Json["uuid"]!;
}
