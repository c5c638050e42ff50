using System.Diagnostics;
using System.Text;
using System.Text.Json;
using BitbucketPS.Client.Tests.Signing;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Sessions;

/// <summary>The module in a process of its own, a browser command, and an OAuth 1.0a server that shares nothing with us.</summary>
public sealed class ForeignProviderTests
{
    private const string Script =
        """
        param($BaseUri, $Key, $Secret, $KeyFile, $Method)
        $password = [securestring]::new()
        [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($Secret)).ToCharArray() | ForEach-Object { $password.AppendChar($_) }
        $consumer = [pscredential]::new($Key, $password)
        Connect-Bitbucket -OAuth1 -Consumer $consumer -BaseUri $BaseUri -SignatureMethod $Method -PrivateKeyPath $KeyFile
        Get-BitbucketBranch acme/website | ForEach-Object Name
        """;

    [Theory]
    [InlineData("HmacSha1")]
    [InlineData("HmacSha256")]
    [InlineData("RsaSha1")]
    [InlineData("RsaSha256")]
    [InlineData("Plaintext")]
    public async Task Connect_ForeignServer_ReadsAllBranchesInThreeRequests(string method)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        string keyFile = Path.Combine(folder.FullName, "key.pem");
        string script = Path.Combine(folder.FullName, "script.ps1");
        await File.WriteAllTextAsync(script, Script, TestContext.Current.CancellationToken);
        using Process provider = ForeignPython.Start("provider.py", "--key-file", keyFile, "--approve");
        try
        {
            using JsonDocument facts = JsonDocument.Parse((await provider.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!);
            string baseUri = facts.RootElement.GetProperty("address").GetString()!;
            string secret = facts.RootElement.GetProperty("consumerSecret").GetString()!;

            (int exitCode, string output, string errors) = await ShellProcess.RunAsync(
                [script, baseUri, facts.RootElement.GetProperty("consumerKey").GetString()!, Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)), keyFile, method],
                environment: ("BROWSER", $"{ForeignPython.Require()} '{ForeignPython.Script("follow.py")}'"));

            Assert.Equal((0, ""), (exitCode, errors));
            string[] names = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(250, names.Distinct(StringComparer.Ordinal).Count());
            Assert.Contains("feature/deep/er/and/deeper", names);
            Assert.Contains("feature/Ünïcödé-é".Normalize(NormalizationForm.FormC) + "-nfc", names);
            Assert.Contains("feature/Ünïcödé-é".Normalize(NormalizationForm.FormD) + "-nfd", names);
            Assert.Contains("percent%25twice", names);
            Assert.Equal(3, await CountBranchRequestsAsync(baseUri));
        }
        finally
        {
            provider.Kill();
            folder.Delete(recursive: true);
        }
    }

    private static async Task<int> CountBranchRequestsAsync(string baseUri)
    {
        using HttpClient http = new();
        using JsonDocument log = JsonDocument.Parse(await http.GetStringAsync($"{baseUri.TrimEnd('/')}/log", TestContext.Current.CancellationToken));
        return log.RootElement.EnumerateArray().Count(entry => entry.GetProperty("target").GetString()!.Contains("/refs/branches", StringComparison.Ordinal));
    }
}
