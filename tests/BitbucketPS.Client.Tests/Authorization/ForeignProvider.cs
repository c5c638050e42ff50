using System.Diagnostics;
using System.Text.Json;
using BitbucketPS.Client.Tests.Signing;
using BitbucketPS.Signing;

namespace BitbucketPS.Client.Tests.Authorization;

/// <summary>The OAuth 1.0a server of tests/foreign, running.</summary>
internal sealed class ForeignProvider : IDisposable
{
    private readonly Process _process;
    private readonly string _keyFile;

    private ForeignProvider(Process process, string keyFile, JsonElement facts)
    {
        _process = process;
        _keyFile = keyFile;
        Address = new Uri(facts.GetProperty("address").GetString()!);
        Consumer = new OAuth1Credentials(facts.GetProperty("consumerKey").GetString()!, facts.GetProperty("consumerSecret").GetString()!)
            .WithPrivateKey(File.ReadAllText(keyFile));
    }

    public Uri Address { get; }

    public OAuth1Credentials Consumer { get; }

    public static async Task<ForeignProvider> StartAsync(params string[] arguments)
    {
        string keyFile = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".pem");
        Process process = ForeignPython.Start("provider.py", ["--key-file", keyFile, .. arguments]);
        string line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)
            ?? throw new InvalidOperationException("The foreign provider did not start.");
        using JsonDocument facts = JsonDocument.Parse(line);
        return new(process, keyFile, facts.RootElement);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        File.Delete(_keyFile);
    }
}
