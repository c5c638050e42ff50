using System.Management.Automation;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Source;

public sealed class SetContentRefusalTests
{
    [Theory]
    [InlineData("([pscustomobject]@{ a = 1 }), ([pscustomobject]@{ a = 2 })")]
    [InlineData("([pscustomobject]@{ a = 1 })")]
    [InlineData("@{ a = 1 }")]
    [InlineData("'text', @{ a = 1 }")]
    [InlineData("'one', @('two', 'three')")]
    [InlineData("([xml]'<a><b/></a>')")]
    [InlineData("([xml]'<a/>').DocumentElement")]
    [InlineData("([System.IO.MemoryStream]::new())")]
    public async Task SetContent_ObjectsWithProperties_AreRefusedBeforeAnythingIsSent(string value)
    {
        (ErrorRecord error, _) = await RefuseAsync($"Set-BitbucketContent demo/docs o.csv -Value {value} -Message m");

        Assert.Contains("'o.csv' is no text: convert it first, with ConvertTo-Csv or ConvertTo-Json", $"{error}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task SetContent_FileAsValue_IsRefusedRatherThanItsPathCommitted()
    {
        (ErrorRecord error, _) = await RefuseAsync("Set-BitbucketContent demo/docs logo.png -Value ([System.IO.FileInfo]'logo.png') -Message m");

        Assert.Contains("-SourcePath", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-Path a/b -Value x -Delete a/b")]
    [InlineData("-Path a/b -Value x -Delete c, ./a//b")]
    [InlineData("-Path Env:PATH -SourcePath Env:PATH")]
    [InlineData("-Folder Env:")]
    public Task SetContent_ContradictionsAndDrivesWithoutFiles_AreRefusedBeforeAnythingIsSent(string arguments)
        => RefuseAsync($"Set-BitbucketContent demo/docs {arguments} -Message m");

    [Theory]
    [InlineData("-Path '/' -Value a")]
    [InlineData("-Path a -Value a -Delete 'b/'")]
    [InlineData("-Path \"a`nb\" -Value a")]
    [InlineData("-Path 'src/../a' -Value a")]
    [InlineData("-Delete '..'")]
    public async Task SetContent_PathThatIsNone_IsRefusedOnceAndBeforeItIsAsked(string arguments)
    {
        (_, string shown) = await RefuseAsync($"'demo/docs', 'demo/api' | Set-BitbucketContent {arguments} -Message m -WhatIf");

        Assert.DoesNotContain("What if", shown, StringComparison.Ordinal);
    }

    // One error about what was given, and no request.
    private static async Task<(ErrorRecord Error, string Shown)> RefuseAsync(string script)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        int before = sandbox.Server.Requests.Count;

        ErrorRecord error = module.Run(script).SingleError;

        Assert.StartsWith("InvalidArgument,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.RequestsSince(before));
        return (error, module.Shown);
    }
}
