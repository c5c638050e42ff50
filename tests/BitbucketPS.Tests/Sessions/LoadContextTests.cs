using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Sessions;

/// <summary>
/// The packages of the sign-in live apart: in a process of their own, since what is loaded stays loaded. Another module is
/// played by other versions of the same packages in the process's default context.
/// </summary>
public sealed class LoadContextTests
{
    private const string Names = "[AppDomain]::CurrentDomain.GetAssemblies() | ForEach-Object { $_.GetName().Name }";

    private const string Versions =
        """
        foreach ($context in [System.Runtime.Loader.AssemblyLoadContext]::All) {
            foreach ($assembly in $context.Assemblies) {
                $name = $assembly.GetName()
                if ($name.Name -in 'Duende.IdentityModel', 'Microsoft.Identity.Client.Extensions.Msal') { "$($context.Name) $($name.Name) $([System.IO.Path]::GetFileName([System.IO.Path]::GetDirectoryName($assembly.Location)))" }
            }
        }
        """;

    private static readonly string[] s_packages = ["BitbucketPS.SignIn", "Duende.", "Microsoft.Identity"];

    [Fact]
    public async Task Import_Cold_LoadsNeitherSignInNorItsPackages()
        => AssertWithoutPackages(await RunAsync(Names));

    [Fact]
    public async Task Connect_AccessToken_LoadsNeitherSignInNorItsPackages()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();

        AssertWithoutPackages(await RunAsync(
            $"Connect-Bitbucket -AccessToken {sandbox.Server.IssueAccessToken(TimeSpan.FromHours(1))} -BaseUri {sandbox.BaseUri}; {Names}"));
    }

    [Fact]
    public async Task SignIn_AfterAnotherModuleLoadedOtherVersions_UsesItsOwn()
    {
        string output = await RunAsync($"{LoadForeign()}; Connect-Bitbucket -Sandbox -GrantType AuthorizationCode; Get-BitbucketProfile; {Versions}");

        AssertApart(output);
    }

    [Fact]
    public async Task AnotherModule_AfterTheSignIn_LoadsAndUsesItsOwnVersions()
    {
        string output = await RunAsync(
            $"Connect-Bitbucket -Sandbox -GrantType AuthorizationCode; Get-BitbucketProfile; {LoadForeign()}; \"name $([Duende.IdentityModel.OidcConstants+TokenResponse]::AccessToken)\"; {Versions}");

        AssertApart(output);
        Assert.Contains("name access_token", output, StringComparison.Ordinal);
    }

    private static void AssertWithoutPackages(string output)
        => Assert.All(s_packages, name => Assert.DoesNotContain(name, output, StringComparison.OrdinalIgnoreCase));

    private static void AssertApart(string output)
    {
        Assert.Contains("Default Duende.IdentityModel foreign", output, StringComparison.Ordinal);
        Assert.Contains("BitbucketPS.SignIn Duende.IdentityModel lib", output, StringComparison.Ordinal);
        Assert.Contains("Default Microsoft.Identity.Client.Extensions.Msal foreign", output, StringComparison.Ordinal);
        Assert.Contains("BitbucketPS.SignIn Microsoft.Identity.Client.Extensions.Msal lib", output, StringComparison.Ordinal);
    }

    private static string LoadForeign()
        => string.Join("; ", Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "foreign"), "*.dll")
            .Select(file => $"$null = [System.Reflection.Assembly]::LoadFrom('{file}')"));

    private static async Task<string> RunAsync(string script)
    {
        string store = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        (int exitCode, string output, string errors) = await ShellProcess.RunAsync(
            ["-Command", script],
            "",
            ("BITBUCKET_PROFILE_PATH", store),

            // As a desktop has one, so that the package for keyrings is asked; nobody answers.
            ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere"));
        Assert.Equal((0, ""), (exitCode, errors));
        return output;
    }
}
