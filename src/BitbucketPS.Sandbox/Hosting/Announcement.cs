using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>What the sandbox says when it is up.</summary>
internal static class Announcement
{
    private static readonly TimeSpan s_tokenLifetime = TimeSpan.FromDays(1);

    /// <summary>One line for the program that started it.</summary>
    public static string ToJson(SandboxServer server, string? dataDirectory)
    {
        JsonObject json = Describe(server, dataDirectory);
        json["accessToken"] = server.IssueAccessToken(s_tokenLifetime);
        json["apiTokenEmail"] = server.ApiToken.Email;
        json["apiToken"] = server.ApiToken.Token;
        return json.ToJsonString();
    }

    /// <summary>What programs that look for a sandbox need to sign in to it and to hold it, and no more.</summary>
    public static string ToRegistry(SandboxServer server, string? dataDirectory) => Describe(server, dataDirectory).ToJsonString();

    /// <summary>A few lines for a person.</summary>
    public static string ToText(SandboxServer server) =>
        $"""
        A Bitbucket on this machine, for trying scripts. It is no server for real work.

          Address    {BaseUri(server)}
          Consumer   {server.Consumer.Key}
          Secret     {server.Consumer.Secret}
          API token  {server.ApiToken.Token}

        To connect, in PowerShell: Connect-Bitbucket -Sandbox finds it by itself. With OAuth 2,
        as to the real one:

          $secret = ConvertTo-SecureString '{server.Consumer.Secret}' -AsPlainText -Force
          $consumer = [pscredential]::new('{server.Consumer.Key}', $secret)
          Connect-Bitbucket -Consumer $consumer -BaseUri {BaseUri(server)} -Workspace {SeedCatalogue.Demo.Slug}

        or with OAuth 1.0a:

          Connect-Bitbucket -OAuth1 -Consumer $consumer -BaseUri {BaseUri(server)} -Workspace {SeedCatalogue.Demo.Slug}

        To clone, with the API token as the password:

          git clone {CloneAddress(server)}

        Press Ctrl-C to stop it.
        """;

    /// <summary>Says it on the standard output; where that is closed or full the sandbox runs all the same.</summary>
    public static void Write(string text)
    {
        try
        {
            Console.WriteLine(text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"The standard output cannot be written to: {e.Message}");
        }
    }

    private static JsonObject Describe(SandboxServer server, string? dataDirectory)
    {
        using Process process = Process.GetCurrentProcess();
        return new()
        {
            ["baseUri"] = BaseUri(server),
            ["consumerKey"] = server.Consumer.Key,
            ["consumerSecret"] = server.Consumer.Secret,
            ["controlSecret"] = server.ControlSecret,
            ["workspace"] = SeedCatalogue.Demo.Slug,
            ["machine"] = Environment.MachineName,
            ["processId"] = process.Id,
            ["startedOn"] = process.StartTime.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
            ["dataDirectory"] = dataDirectory is null ? null : Path.GetFullPath(dataDirectory),
        };
    }

    private static string CloneAddress(SandboxServer server)
        => new UriBuilder(server.BaseAddress)
        {
            UserName = SeedPeople.Demo.Username,
            Path = $"{SeedCatalogue.Demo.Slug}/website.git",
        }.Uri.AbsoluteUri;

    private static string BaseUri(SandboxServer server) => server.BaseAddress.GetLeftPart(UriPartial.Authority);
}
