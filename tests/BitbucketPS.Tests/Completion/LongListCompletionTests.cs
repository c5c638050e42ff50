using System.Globalization;
using System.Text.Json;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Completion;

/// <summary>Names that begin with a word, where the service gives many more that have it elsewhere.</summary>
public sealed class LongListCompletionTests
{
    [Theory]
    [InlineData("Get-BitbucketBranch demo/website ", "r")]
    [InlineData("Get-BitbucketBranch demo/website ", "re")]
    [InlineData("Get-BitbucketBranch demo/website ", "f")]
    [InlineData("Get-BitbucketBranch demo/website ", "d")]
    [InlineData("Get-BitbucketRef demo/website ", "r")]
    public async Task Tab_FirstLettersOfManyBranches_AreOffered(string command, string letters)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = TabKey.Connect(sandbox);
        int meant = (await sandbox.GitBranchesAsync("website")).Count(name => name.StartsWith(letters, StringComparison.Ordinal));

        string[] offered = TabKey.PressInSession(module, $"{command}{letters}");

        Assert.Equal(Math.Min(meant, 100), offered.Length);
        Assert.All(offered, name => Assert.StartsWith(letters, name.TrimStart('\''), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Get-BitbucketBranch -Session $session acme/x r", "r1")]
    [InlineData("Get-BitbucketTag -Session $session acme/x r", "r1")]
    [InlineData("Get-BitbucketRef -Session $session acme/x r", "r1")]
    [InlineData("Get-BitbucketBranch -Session $session acme/r", "acme/r1")]
    [InlineData("Get-BitbucketProject -Session $session acme r", "r1")]
    [InlineData("Get-BitbucketPullRequest acme/x -Session $session -Author r", "r1")]
    public void Tab_NameOnALaterPage_IsOffered(string line, string expected)
    {
        using ScriptedServer server = new((_, path, _) => Task.FromResult(
            path.Contains("page=2", StringComparison.Ordinal) ? Page(["r1"], next: null) : Page(Others, Next(path))));
        using ModuleRunspace module = new();
        server.Connect(module, time: new FakeClock());

        Assert.Equal([expected], TabKey.Press(module, line));
    }

    [Theory]
    [InlineData("Get-BitbucketPullRequest -Session $session acme/x 7")]
    [InlineData("Merge-BitbucketPullRequest -Session $session acme/x 7")]
    [InlineData("Get-BitbucketPullRequestComment -Session $session acme/x 1 7")]
    [InlineData("Set-BitbucketPullRequestTask -Session $session acme/x 1 7")]
    public void Tab_NumberOnALaterPage_IsOffered(string line)
    {
        using ScriptedServer server = new((_, path, _) => Task.FromResult(
            path.Contains("page=2", StringComparison.Ordinal) ? Page(["70"], next: null) : Page(Enumerable.Range(100, 100).Select(id => $"{id}"), Next(path))));
        using ModuleRunspace module = new();
        server.Connect(module, time: new FakeClock());

        Assert.Equal(["70"], TabKey.Press(module, line));
    }

    [Theory]
    [InlineData("Get-BitbucketProject -Session $session acme ", "r", "bar7", "bar7 bar70 bar71 bar72 bar73 bar74 bar75 bar76 bar77 bar78 bar79")]
    [InlineData("Get-BitbucketPullRequest acme/x -Session $session -Author ", "r1", "bar99", "bar99")]
    [InlineData("Get-BitbucketPullRequest acme/x -Session $session -Author ", "bar99", "r", "r1")]
    public void Tab_OtherWordInAListThatCannotBeSearched_IsFoundInWhatWasRead(string command, string before, string word, string expected)
    {
        FakeClock clock = new();
        using ScriptedServer server = new((_, path, _) => Task.FromResult(
            path.Contains("page=2", StringComparison.Ordinal) ? Page(["r1"], next: null) : Page(Others, Next(path))));
        using ModuleRunspace module = new();
        server.Connect(module, time: clock);
        TabKey.Press(module, $"{command}{before}");
        int asked = server.Requests.Count;

        Assert.Equal(expected.Split(' '), TabKey.Press(module, $"{command}{word}"));
        Assert.Equal(asked, server.Requests.Count);

        clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(expected.Split(' '), TabKey.Press(module, $"{command}{word}"));
        Assert.Equal(2 * asked, server.Requests.Count);
    }

    [Fact]
    public void Tab_EnoughOnTheFirstPage_AsksForMoreOnceItIsWanted()
    {
        using ScriptedServer server = new((_, path, _) => Task.FromResult(
            path.Contains("page=2", StringComparison.Ordinal) ? Page(["r1"], next: null) : Page(Others, Next(path))));
        using ModuleRunspace module = new();
        server.Connect(module, time: new FakeClock());

        Assert.Equal(Others, TabKey.Press(module, "Get-BitbucketProject -Session $session acme "));
        Assert.Equal(Others, TabKey.Press(module, "Get-BitbucketProject -Session $session acme b"));
        Assert.Single(server.Requests);
        Assert.Equal(["r1"], TabKey.Press(module, "Get-BitbucketProject -Session $session acme r"));
    }

    [Fact]
    public void Tab_ListThatTakesTooLong_OffersWhatCameInTime()
    {
        FakeClock clock = new();
        using ScriptedServer server = new(async (_, path, cancellationToken) =>
        {
            if (path.Contains("page=2", StringComparison.Ordinal))
            {
                clock.Advance(TimeSpan.FromSeconds(2));
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            return Page(["r1", .. Others], Next(path));
        });
        using ModuleRunspace module = new();
        server.Connect(module, time: clock);

        Assert.Equal(["r1"], TabKey.Press(module, "Get-BitbucketBranch -Session $session acme/x r"));
    }

    [Fact]
    public async Task Tab_LargeDirectory_IsAskedForWhatIsMeant()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = TabKey.Connect(sandbox);
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            for (int i = 1; i <= 120; i++)
            {
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"f{i}"), "x", TestContext.Current.CancellationToken);
            }

            module.Run("Set-BitbucketContent demo/docs many -Folder $folder -Message m", ("folder", folder.FullName)).Clean();
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        Assert.Equal(["many/f7", .. Enumerable.Range(70, 10).Select(i => $"many/f{i}")], TabKey.PressInSession(module, "Get-BitbucketSource demo/docs many/f7"));
        Assert.Equal(["many/"], TabKey.PressInSession(module, "Get-BitbucketSource demo/docs man"));
    }

    // Each of them has the letter that is looked for, and none begins with it.
    private static string[] Others => [.. Enumerable.Range(0, 100).Select(i => $"bar{i}")];

    private static string Next(string path) => $"https://api.example.org{path}&page=2";

    private static HttpResponseMessage Page(IEnumerable<string> names, string? next)
        => ScriptedServer.Json(JsonSerializer.Serialize(new
        {
            values = names.Select(name => new { type = "branch", name, key = name, full_name = $"acme/{name}", user = new { nickname = name }, id = int.TryParse(name, CultureInfo.InvariantCulture, out int id) ? id : 0 }),
            next,
        }));
}
