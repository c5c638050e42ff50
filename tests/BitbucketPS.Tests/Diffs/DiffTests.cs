using System.Management.Automation;
using BitbucketPS.Tests.Hosting;
using BitbucketPS.Tests.Source;

namespace BitbucketPS.Tests.Diffs;

public sealed class DiffTests
{
    [Theory]
    [InlineData("Get-BitbucketDiff demo/api main", "main^ main")]
    [InlineData("Get-BitbucketBranch demo/api main | Get-BitbucketDiff", "main^ main")]
    [InlineData("Get-BitbucketDiff demo/api release/1.0", "release/1.0^ release/1.0")]
    [InlineData("Get-BitbucketDiff demo/api -From main -To release/1.0", "main...release/1.0")]
    [InlineData("Get-BitbucketDiff demo/api -From release/1.0", "release/1.0...main")]
    [InlineData("Get-BitbucketDiff demo/api -From main -To release/1.0 -TwoDot", "main release/1.0")]
    [InlineData("Get-BitbucketDiff demo/api -From release/1.0 -To main -TwoDot -Context 1 -NoRenames", "-U1 --no-renames release/1.0 main")]
    [InlineData("Get-BitbucketDiff demo/api -From release/1.0 -To main -Path src -IgnoreWhitespace", "-w release/1.0...main -- src")]
    [InlineData("Get-BitbucketDiff demo/api -From release/1.0 -To main -Path README.md, tests/OrdersTests.cs", "release/1.0...main -- README.md tests/OrdersTests.cs")]
    [InlineData("Get-BitbucketDiff demo/api -PullRequestId 1", "main...feature/rate-limits")]
    [InlineData("[pscustomobject]@{ Repository = 'demo/api'; Id = 1 } | Get-BitbucketDiff", "main...feature/rate-limits")]
    [InlineData("'demo/api' | Get-BitbucketDiff -PullRequestId 1", "main...feature/rate-limits")]
    public async Task Gotcha31_Diff_IsThatOfGitTheRightWayRound(string script, string git)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        string[] expected = await Git.LinesAsync(sandbox.Server.RepositoryPath("demo", "api"), ["diff", "--full-index", "--find-renames", .. git.Split(' ')]);

        string text = Assert.IsType<string>(module.Run(script).Clean().Single().BaseObject);

        Assert.NotEmpty(expected);
        Assert.Equal(expected, text.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("Get-BitbucketDiffStat demo/api main", "main^ main")]
    [InlineData("Get-BitbucketDiffStat demo/api -From main -To release/1.0", "main...release/1.0")]
    [InlineData("Get-BitbucketDiffStat demo/api -From main -To release/1.0 -TwoDot", "main release/1.0")]
    [InlineData("Get-BitbucketDiffStat demo/api -From release/1.0 -To main -Path src", "release/1.0...main -- src")]
    [InlineData("Get-BitbucketDiffStat demo/api -PullRequestId 1", "main...feature/rate-limits")]
    [InlineData("[pscustomobject]@{ Repository = 'demo/api'; Id = 1 } | Get-BitbucketDiffStat", "main...feature/rate-limits")]
    public async Task Gotcha31_DiffStat_IsThatOfGitTheRightWayRound(string script, string git)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        string[] expected = await Git.LinesAsync(sandbox.Server.RepositoryPath("demo", "api"), ["diff", "--numstat", .. git.Split(' ')]);

        ScriptResult result = module.Run($"{script} | ForEach-Object {{ \"$($_.LinesAdded)`t$($_.LinesRemoved)`t$($_.Path)\" }}");

        Assert.NotEmpty(expected);
        Assert.Equal(expected, result.Clean().Select(line => $"{line}"));
    }

    [Theory]
    [InlineData("Get-BitbucketPatch demo/api main", "-1 main")]
    [InlineData("Get-BitbucketPatch demo/api -From main -To release/1.0", "main..release/1.0")]
    [InlineData("Get-BitbucketPatch demo/api -PullRequestId 1", "main..feature/rate-limits")]
    [InlineData("[pscustomobject]@{ Repository = 'demo/api'; Id = 1 } | Get-BitbucketPatch", "main..feature/rate-limits")]
    public async Task Gotcha31_Patch_IsThatOfGitTheRightWayRound(string script, string git)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        string[] expected = await Git.LinesAsync(
            sandbox.Server.RepositoryPath("demo", "api"), ["format-patch", "--stdout", "--no-signature", "--binary", .. git.Split(' ')]);

        string text = Assert.IsType<string>(module.Run(script).Clean().Single().BaseObject);

        Assert.NotEmpty(expected);
        Assert.Equal(expected, text.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Gotcha17_BranchWithASlash_IsComparedByItsHash()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        string hash = await GetSourceTests.HashAsync(sandbox, "api", "release/1.0");
        int before = sandbox.Server.Requests.Count;

        module.Run("Get-BitbucketDiff demo/api -From main -To release/1.0").Clean();

        Assert.EndsWith($"/diff/{hash}..main", sandbox.RequestsSince(before)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task DiffStat_Kinds_AreToldApartAndPipeOn()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        module.Run("Set-BitbucketContent demo/docs old.txt -Value 'the same text' -Message m; Set-BitbucketContent demo/docs gone.txt -Value gone -Message m").Clean();
        module.Run("Set-BitbucketContent demo/docs new.txt -Value 'the same text' -Delete old.txt, gone.txt -Message m").Clean();

        ScriptResult result = module.Run("Get-BitbucketDiffStat demo/docs main | ForEach-Object { \"$($_.Status) $($_.OldPath) $($_.Path)\" }");
        ScriptResult content = module.Run("Get-BitbucketDiffStat demo/docs main | Get-BitbucketContent");
        ScriptResult apart = module.Run("Get-BitbucketDiffStat demo/docs main -NoRenames");
        string shown = module.Render("Get-BitbucketDiffStat demo/docs main");

        Assert.Equal(["removed gone.txt gone.txt", "renamed old.txt new.txt"], result.Clean().Select(line => $"{line}"));
        Assert.Equal(["gone", "the same text"], content.Clean().Select(text => $"{text}"));
        Assert.Equal(["removed", "added", "removed"], apart.Texts("Status"));
        TestContext.Current.TestOutputHelper?.WriteLine(shown);
        Assert.Contains("old.txt -> new.txt", shown, StringComparison.Ordinal);
        Assert.All(shown.Split('\n'), line => Assert.True(line.Length <= 110, line));
    }

    [Fact]
    public async Task Diff_BytesThatAreNoText_AreKeptInTheFile()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        module.Run("Set-BitbucketContent demo/docs latin.txt -Value ([byte[]](103, 246, 10)) -Message m").Clean();
        string file = Path.GetTempFileName();
        try
        {
            string text = $"{module.Run("Get-BitbucketDiff demo/docs main").Clean().Single()}";
            Assert.Empty(module.Run("Get-BitbucketDiff demo/docs main -OutFile $file", ("file", file)).Clean());
            byte[] bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
            Assert.Empty(module.Run("Get-BitbucketPatch demo/docs main -OutFile $file", ("file", file)).Clean());
            byte[] patch = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);

            Assert.Contains("+g\uFFFD\n", text, StringComparison.Ordinal);
            Assert.Contains((byte)246, bytes);
            Assert.Contains((byte)246, patch);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("Get-BitbucketDiff demo/api nowhere", "NotFound")]
    [InlineData("Get-BitbucketDiff demo/api -From nowhere -To main", "NotFound")]
    [InlineData("Get-BitbucketDiff demo/api -PullRequestId 99", "NotFound")]
    [InlineData("Get-BitbucketDiffStat demo/api -PullRequestId 99", "NotFound")]
    [InlineData("Get-BitbucketPatch demo/api no/where", "NotFound")]
    [InlineData("Get-BitbucketDiff demo/api", "InvalidArgument")]
    public async Task Diff_Impossible_IsOneClearError(string script, string id)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ErrorRecord error = module.Run(script).SingleError;

        Assert.StartsWith($"{id},", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("demo/api", $"{error.TargetObject}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-BitbucketDiff demo/api main..develop", "main..develop", "Give -From main -To develop.")]
    [InlineData("Get-BitbucketDiffStat demo/api main...develop", "main...develop", "Give -From main -To develop.")]
    [InlineData("Get-BitbucketPatch demo/api release/1.0..main", "release/1.0..main", "Give -From release/1.0 -To main.")]
    [InlineData("Get-BitbucketDiff demo/api -From main..develop", "main..develop", "Give -From main -To develop.")]
    [InlineData("Get-BitbucketDiff demo/api -From main -To ..develop", "..develop", "Give them with -From and -To.")]
    public async Task Gotcha31_RangeAsOneCommit_IsRefusedBeforeItIsReadTheOtherWayRound(string script, string range, string action)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        int before = sandbox.Server.Requests.Count;

        ErrorRecord error = module.Run(script).SingleError;

        Assert.StartsWith("InvalidArgument,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains($"'{range}' is two commits", $"{error}", StringComparison.Ordinal);
        Assert.Equal(action, error.ErrorDetails.RecommendedAction);
        Assert.Empty(sandbox.RequestsSince(before));
    }

    [Theory]
    [InlineData("Get-BitbucketDiff")]
    [InlineData("Get-BitbucketPatch")]
    public async Task OutFile_SecondInput_IsRefusedAndTheFirstStays(string cmdlet)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        string file = Path.GetTempFileName();
        try
        {
            string[] inputs = ["'demo/nowhere'", "'demo/api'", "'demo/website'"];
            ScriptResult result = module.Run($"{string.Join(',', inputs)} | {cmdlet} -PullRequestId 1 -OutFile $file", ("file", file));
            string expected = $"{module.Run($"{cmdlet} demo/api -PullRequestId 1").Clean().Single()}";

            Assert.Equal(["NotFound", "InvalidArgument"], result.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
            Assert.Contains("demo/website#1", $"{result.Errors[1]}", StringComparison.Ordinal);
            Assert.Contains(file, $"{result.Errors[1]}", StringComparison.Ordinal);
            Assert.Equal(expected, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("Get-BitbucketDiff")]
    [InlineData("Get-BitbucketPatch")]
    [InlineData("Get-BitbucketDiffStat")]
    [InlineData("Set-BitbucketContent")]
    [InlineData("Get-BitbucketContent")]
    [InlineData("Get-BitbucketSource")]
    [InlineData("Get-BitbucketFileHistory")]
    public void Sets_OfEach_AreThreeAtMost(string cmdlet)
    {
        using ModuleRunspace module = new();

        Assert.InRange(module.Run($"(Get-Command {cmdlet}).ParameterSets").Clean().Count, 1, 3);
    }
}
