using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Shell;

/// <summary>States are painted at a terminal, and nowhere else.</summary>
public sealed class ShellColourTests : IDisposable
{
    private const string Table = "[BitbucketPS.PullRequest]@{ Id = 1; State = 'DECLINED'; Title = 'Find things' }";

    private readonly string _file = Path.ChangeExtension(Path.GetTempFileName(), ".ps1");

    public ShellColourTests() => File.WriteAllText(_file, Table);

    [Fact]
    public async Task Table_AtATerminal_HasColours()
        => Assert.Contains("\e[31mDECLINED\e[0m", await ShellTerminal.RunAsync(_file, columns: 120), StringComparison.Ordinal);

    [Fact]
    public async Task Table_WhoWantsNoColours_GetsNone()
    {
        string output = await ShellTerminal.RunAsync(_file, columns: 120, ("NO_COLOR", "1"));

        Assert.Contains("DECLINED", output, StringComparison.Ordinal);
        Assert.DoesNotContain("\e[3", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Table_PlainTextIsAskedFor_HasNoColours()
    {
        File.WriteAllText(_file, $"$PSStyle.OutputRendering = 'PlainText'\n{Table}");

        string output = await ShellTerminal.RunAsync(_file, columns: 120);

        Assert.Contains("DECLINED", output, StringComparison.Ordinal);
        Assert.DoesNotContain("\e[31m", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Table_OutputGoesElsewhere_HasNoColours()
    {
        (int exitCode, string output, string errors) = await ShellProcess.RunAsync([_file]);

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Contains("DECLINED", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', output);
    }

    public void Dispose() => File.Delete(_file);
}
