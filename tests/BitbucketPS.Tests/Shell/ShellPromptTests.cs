using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Shell;

/// <summary>The shell's prompt at a terminal.</summary>
public sealed class ShellPromptTests
{
    private const string Prompt = "BitbucketPS> ";

    [Theory]
    [InlineData("'lost'\u0003")]
    [InlineData("'lost' +\r'too'\u0003")]
    public async Task CtrlC_AtThePrompt_EndsTheLineAlone(string typed)
    {
        using ShellTerminal terminal = ShellTerminal.Start("-Interactive");
        await terminal.ReadUntilAsync(Prompt);

        await terminal.TypeAsync(typed);
        string given = await terminal.ReadUntilAsync($"^C\r\n{Prompt}");
        await terminal.TypeAsync("\"st$('ill') there\"\r");
        string output = await terminal.ReadUntilAsync("still there");

        Assert.DoesNotContain("lost\r\n", given, StringComparison.Ordinal);
        Assert.DoesNotContain("\r\nlost", output, StringComparison.Ordinal);
    }
}
