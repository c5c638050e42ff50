using System.Management.Automation.Language;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Pester;

public sealed class PesterSuiteTests
{
    private static readonly string s_folder = Path.Combine(Checkout.Root, "tests", "Pester");

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(s_folder, "*.Tests.ps1").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Suite_InPowerShell_Passes(string file)
    {
        if (await WholePowerShell.WhyMissingAsync(TestContext.Current.CancellationToken) is { } reason)
        {
            Assert.Skip(reason);
        }

        (int exitCode, string output) = await WholePowerShell.RunSuiteAsync(Path.Combine(s_folder, file), TestContext.Current.CancellationToken);

        Assert.True(exitCode == 0, $"{exitCode} of {file} failed.\n{output}");
    }

    // Where there is no whole PowerShell, this is all that holds the suites: they can at least be read.
    [Theory]
    [MemberData(nameof(Files))]
    public void Suite_Syntax_IsRight(string file)
    {
        Parser.ParseFile(Path.Combine(s_folder, file), out _, out ParseError[] errors);

        Assert.Equal([], errors.Select(error => $"{file}:{error.Extent.StartLineNumber}: {error.Message}"));
    }
}
