using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Shell;

/// <summary>The shell draws progress on one line of a terminal, and nowhere else.</summary>
public sealed class ShellProgressTests : IDisposable
{
    private const string Counting =
        """
        $record = [Management.Automation.ProgressRecord]::new(0, "Counting", "3 so far")
        $record.PercentComplete = 30
        $Host.UI.WriteProgress(1, $record)
        'a line'
        $Host.UI.WriteProgress(1, $record)
        $record.RecordType = 'Completed'
        $Host.UI.WriteProgress(2, $record)
        $Host.UI.WriteProgress(1, $record)
        'another'
        $record = [Management.Automation.ProgressRecord]::new(0, "Sp`e[2Jell", 'x' * 200)
        $Host.UI.WriteProgress(1, $record)
        """;

    private readonly string _file = Path.ChangeExtension(Path.GetTempFileName(), ".ps1");

    public ShellProgressTests() => File.WriteAllText(_file, Counting);

    [Fact]
    public async Task Progress_AtATerminal_IsOneLineThatIsErasedBeforeAnythingElse()
    {
        string output = await ShellTerminal.RunAsync(_file, columns: 60);

        const string Clear = "\r\e[K";
        string expected = $"{Clear}Counting: 3 so far (30 %){Clear}a line\r\n{Clear}Counting: 3 so far (30 %){Clear}another\r\n"
            + $"{Clear}Sp [2Jell: {new string('x', 48)}{Clear}";
        Assert.Contains(expected, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_OutputGoesElsewhere_IsNotDrawn()
    {
        (int exitCode, string output, string errors) = await ShellProcess.RunAsync([_file]);

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Equal(["a line", "another"], output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    public void Dispose() => File.Delete(_file);
}
