using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Shell;

public sealed class ShellTests
{
    [Fact]
    public async Task Shell_NoArguments_SaysEachStepAndPrintsTables()
    {
        (int exitCode, string output, string errors) = await ShellProcess.RunAsync([]);

        Assert.Equal((0, ""), (exitCode, errors));
        string[] expected =
        [
            "Request token received",
            "Asking for approval at http://127.0.0.1:",
            "the verifier has come",
            "every request is signed",
            "demo/website ",
            "   Repository: demo/api",
            "release/1.0 ",
            "268",
            "What if: Performing the operation \"Delete branch\" on target \"demo/api:release/1.0\".",
            "-Interactive",
        ];
        Assert.All(expected, text => Assert.Contains(text, output, StringComparison.Ordinal));
        Assert.DoesNotContain('\e', output);
    }

    [Theory]
    [InlineData("1 + 1", 0)]
    [InlineData("exit 7", 7)]
    [InlineData("throw 'x'", 1)]
    [InlineData("Get-BitbucketBranch demo/website", 1)]
    [InlineData("Get-Nothing; 'goes on'", 1)]
    [InlineData("if (", 1)]
    public async Task Shell_Command_EndsWithTheExitCode(string command, int expected)
        => Assert.Equal(expected, (await ShellProcess.RunAsync(["-Command", command])).ExitCode);

    [Fact]
    public async Task Shell_Error_IsShownOnStandardError()
    {
        (int exitCode, string output, string errors) = await ShellProcess.RunAsync(["-Command", "Get-BitbucketBranch demo/website"]);

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains("Not connected to Bitbucket.", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-Nonsense")]
    [InlineData("no-such-file.ps1")]
    [InlineData("-Command")]
    public async Task Shell_WrongArguments_SaysHowItIsUsed(string argument)
    {
        (int exitCode, _, string errors) = await ShellProcess.RunAsync([argument]);

        Assert.Equal(2, exitCode);
        Assert.Contains(argument, errors, StringComparison.Ordinal);
        Assert.Contains("FILE.ps1", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shell_File_GetsItsArguments()
    {
        string file = Path.ChangeExtension(Path.GetTempFileName(), ".ps1");
        try
        {
            await File.WriteAllTextAsync(
                file,
                "param([string] $Name, [int] $Count, [switch] $Loud) \"$Name|$Count|$Loud|$(Get-Command -Module BitbucketPS -Name Connect-Bitbucket)\"",
                TestContext.Current.CancellationToken);

            (int exitCode, string output, string errors) = await ShellProcess.RunAsync([file, "zwölf", "-Count", "-3", "-Loud"]);

            Assert.Equal((0, ""), (exitCode, errors));
            Assert.Equal("zwölf|-3|True|Connect-Bitbucket", output.Trim());
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Shell_TableWithWideCharacters_StaysStraight()
    {
        const string Script = "'林美', \"u\u0308b\", 'ü🚀' | ForEach-Object { [BitbucketPS.Participant]@{ User = [BitbucketPS.Account]@{ DisplayName = $_ }; Role = 'REVIEWER' } }";

        (_, string output, string errors) = await ShellProcess.RunAsync(["-Command", Script]);

        // The column is 30 wide, and one lies between.
        Assert.Equal("", errors);
        Assert.Contains($"林美{new string(' ', 27)}REVIEWER", output, StringComparison.Ordinal);
        Assert.Contains($"u\u0308b{new string(' ', 29)}REVIEWER", output, StringComparison.Ordinal);
        Assert.Contains($"ü🚀{new string(' ', 28)}REVIEWER", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shell_Interactive_RunsEachLineAndGoesOnAfterAnError()
    {
        (int exitCode, string output, string errors) = await ShellProcess.RunAsync(["-Interactive"], "Get-Nothing\nif ($true) {\n'multi' + 'line'\n}\nexit 3\n");

        Assert.Equal(3, exitCode);
        Assert.Contains("multiline", output, StringComparison.Ordinal);
        Assert.Contains("Get-Nothing", errors, StringComparison.Ordinal);
    }
}
