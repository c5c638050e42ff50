using System.Text.RegularExpressions;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Conventions;

/// <summary>The code that CONTRIBUTING.md shows is that of the files it names.</summary>
public sealed class ContributingTests
{
    [Fact]
    public async Task Contributing_Code_StandsInTheFilesItNames()
    {
        string text = await ReadAsync("CONTRIBUTING.md");
        MatchCollection pieces = Regex.Matches(
            text,
            @"^`(?<file>src/[^`]+)`\n\n```csharp\n(?<code>.+?)```$",
            RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(1));

        Assert.Equal(3, pieces.Count);
        foreach (Match piece in pieces)
        {
            Assert.Contains(piece.Groups["code"].Value, await ReadAsync(piece.Groups["file"].Value), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Contributing_FilesAndFolders_AreThere()
    {
        string text = await ReadAsync("CONTRIBUTING.md");
        string[] named = [.. Regex.Matches(text, @"`(?<path>(?:src|tests|module|docs|\.ci)/[^` ]+)`", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(match => match.Groups["path"].Value)];

        Assert.NotEmpty(named);
        Assert.All(named, path => Assert.True(Path.Exists(Path.Combine(Checkout.Root, path)), path));
    }

    private static Task<string> ReadAsync(string path)
        => File.ReadAllTextAsync(Path.Combine(Checkout.Root, path), TestContext.Current.CancellationToken);
}
