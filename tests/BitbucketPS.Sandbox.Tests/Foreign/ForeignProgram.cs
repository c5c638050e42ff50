using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>A program that somebody else wrote, and its scripts in Foreign/scripts. Tests skip where it is not installed.</summary>
internal sealed class ForeignProgram
{
    // CI installs everything: there a program that is missing is a test that was lost.
    private const string RequiredVariable = "REQUIRE_FOREIGN";

    private static readonly string s_root = typeof(ForeignProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => string.Equals(attribute.Key, "RepositoryRoot", StringComparison.Ordinal)).Value!;

    private readonly string _file;
    private readonly IReadOnlyDictionary<string, string> _environment;
    private readonly string _advice;
    private readonly Lazy<Task<bool>> _isThere;

    private ForeignProgram(string file, string[] trial, string advice, Dictionary<string, string> environment)
    {
        _file = file;
        _advice = advice;
        _environment = environment;
        _isThere = new(() => SucceedsAsync(trial));
    }

    /// <summary>Python with requests-oauthlib. Debian's own: a Python from elsewhere does not see Debian's packages.</summary>
    public static ForeignProgram Python { get; } = new(
        "/usr/bin/python3",
        ["-c", "import requests_oauthlib, jwt, cryptography"],
        "No Python with requests-oauthlib: apt-get install python3-requests-oauthlib python3-jwt python3-cryptography",
        new(StringComparer.Ordinal)
        {
            // The sandbox speaks http, on loopback.
            ["OAUTHLIB_INSECURE_TRANSPORT"] = "1",
            ["NO_PROXY"] = "*",
            ["PYTHONDONTWRITEBYTECODE"] = "1",
        });

    /// <summary>Node with npm's package bitbucket, installed below artifacts as .ci/run does it.</summary>
    public static ForeignProgram Node { get; } = new(
        "node",
        ["-e", "require('bitbucket')"],
        "No Node with the package bitbucket: npm ci in artifacts/foreign, as .ci/run does it",
        new(StringComparer.Ordinal) { ["NODE_PATH"] = Path.Combine(s_root, "artifacts", "foreign", "node_modules") });

    /// <summary>Runs a script, gives it what it is to know, and reads what it prints.</summary>
    public async Task<JsonNode> RunAsync(string script, JsonObject settings)
    {
        await RequireAsync();
        string path = Path.Combine(s_root, "tests", "BitbucketPS.Sandbox.Tests", "Foreign", "scripts", script);
        (int exitCode, string output, string error) = await RunAsync([path], settings.ToJsonString());
        Assert.True(exitCode == 0, error);
        return JsonNode.Parse(output)!;
    }

    private async Task RequireAsync()
    {
        bool isThere = await _isThere.Value;
        Assert.False(!isThere && Environment.GetEnvironmentVariable(RequiredVariable) is "1", _advice);
        Assert.SkipUnless(isThere, _advice);
    }

    private async Task<bool> SucceedsAsync(string[] arguments)
    {
        try
        {
            return (await RunAsync(arguments, "")).ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private async Task<(int ExitCode, string Output, string Error)> RunAsync(string[] arguments, string input)
    {
        ProcessStartInfo start = new(_file, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach ((string name, string value) in _environment)
        {
            start.Environment[name] = value;
        }

        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        string output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, output, await error);
    }
}
