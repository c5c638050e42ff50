using System.Management.Automation;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Source;

public sealed class GetSourceTests
{
    [Fact]
    public async Task GetSource_Repository_ListsTheRootOfTheMainBranch()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        int before = sandbox.Server.Requests.Count;

        ScriptResult result = module.Run("Get-BitbucketSource demo/website");

        Assert.Equal(await InGitAsync(sandbox, "website", "main"), result.Texts("Path").Order(StringComparer.Ordinal));
        Assert.Equal(await HashAsync(sandbox, "website", "main"), result.Texts("Commit").Distinct(StringComparer.Ordinal).Single());
        Assert.Equal(["demo/website"], result.Texts("Repository").Distinct(StringComparer.Ordinal));
        Assert.Equal(["directory", "file"], result.Texts("Type").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.Equal(2, sandbox.RequestsSince(before).Length);
    }

    [Fact]
    public async Task GetSource_Recurse_ListsTheWholeTree()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ScriptResult files = module.Run("Get-BitbucketSource demo/website -Recurse -File");
        ScriptResult directories = module.Run("Get-BitbucketSource demo/website -Recurse -Directory");

        Assert.Equal(await InGitAsync(sandbox, "website", "main", "-r"), files.Texts("Path").Order(StringComparer.Ordinal));
        Assert.Contains("docs/größe.md", files.Texts("Path"));
        Assert.Equal(await InGitAsync(sandbox, "website", "main", "-r", "-d"), directories.Texts("Path").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Get-BitbucketSource demo/website src", "src/app.ts src/index.html src/style.css")]
    [InlineData("Get-BitbucketSource demo/website src/", "src/app.ts src/index.html src/style.css")]
    [InlineData("Get-BitbucketSource demo/website ./src -First 2", "src/app.ts src/index.html")]
    [InlineData("Get-BitbucketSource demo/website src -Skip 2", "src/style.css")]
    [InlineData("Get-BitbucketSource demo/website src -Recurse -Skip 1 -First 1", "src/index.html")]
    [InlineData("Get-BitbucketSource demo/website src/*.ts", "src/app.ts")]
    [InlineData("Get-BitbucketSource demo/website s*/*.?s", "src/app.ts")]
    [InlineData("Get-BitbucketSource demo/website *.md -Recurse", "README.md docs/größe.md")]
    [InlineData("Get-BitbucketSource demo/website *.md", "README.md")]
    [InlineData("Get-BitbucketSource demo/website src/*.css -Recurse", "src/style.css")]
    [InlineData("Get-BitbucketSource demo/website package.json", "package.json")]
    [InlineData("Get-BitbucketSource demo/website src/app.ts", "src/app.ts")]
    [InlineData("Get-BitbucketSource demo/website 'nothing*'", "")]
    [InlineData("Get-BitbucketSource demo/website README.md -Directory", "")]
    [InlineData("Get-BitbucketSource demo/website README.md -File", "README.md")]
    [InlineData("Get-BitbucketSource demo/website README.md -File -Directory", "README.md")]
    [InlineData("Get-BitbucketSource demo/website README.md -Filter 'path ~ \"x\"'", "")]
    [InlineData("Get-BitbucketSource demo/website src/app.ts -Filter 'path ~ \"app\" OR path ~ \"html\"'", "src/app.ts")]
    [InlineData("Get-BitbucketSource demo/website src/app.ts -File -Filter 'path ~ \"app\"' -Skip 1", "")]
    [InlineData("Get-BitbucketSource demo/website '*/*.ts' -Recurse", "src/app.ts")]
    [InlineData("Get-BitbucketSource demo/website .//src//app.ts", "src/app.ts")]
    [InlineData("Get-BitbucketSource demo/website src -Sort '-path'", "src/style.css src/index.html src/app.ts")]
    [InlineData("Get-BitbucketSource demo/website -Filter 'path ~ \"js\"'", "package.json")]
    [InlineData("[pscustomobject]@{ Repository = 'demo/website'; Path = 'src' } | Get-BitbucketSource -First 1", "src/app.ts")]
    [InlineData("Get-BitbucketSource demo/website src/app.ts | Get-BitbucketSource", "src/app.ts")]
    public async Task GetSource_Path_GivesWhatIsMeant(string script, string expected)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        Assert.Equal(expected, string.Join(' ', module.Run(script).Texts("Path")));
    }

    [Fact]
    public async Task GetSource_BracketsInAPipedPath_AreLetters()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        module.Run("Set-BitbucketContent demo/docs 'app/[id]/x.ts' -Value x -Message m").Clean();

        Assert.Equal(["app/[id]/x.ts"], module.Run("Get-BitbucketSource demo/docs app | Get-BitbucketSource").Texts("Path"));
        Assert.Equal(["app/[id]/x.ts"], module.Run("Get-BitbucketSource demo/docs 'app/`[id`]'").Texts("Path"));
        Assert.Equal(["x\n"], [.. module.Run("Get-BitbucketSource demo/docs app -Recurse -File | Get-BitbucketContent").Clean().Select(text => $"{text}\n")]);
    }

    [Fact]
    public async Task Gotcha17_BranchWithASlash_IsFoundByItsHash()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        string hash = await HashAsync(sandbox, "api", "release/1.0");
        int before = sandbox.Server.Requests.Count;

        ScriptResult result = module.Run("Get-BitbucketSource demo/api -Commit release/1.0");
        string[] requests = sandbox.RequestsSince(before);

        Assert.Equal([hash], result.Texts("Commit").Distinct(StringComparer.Ordinal));
        Assert.Equal(["GET /2.0/repositories/demo/api/commits", $"GET /2.0/repositories/demo/api/src/{hash}/"], requests.Select(line => line.Split('?')[0]));
    }

    [Fact]
    public async Task GetSource_TagWithASlash_IsFound()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        await Git.LinesAsync(sandbox.Server.RepositoryPath("demo", "docs"), "tag", "v/1", "main");

        Assert.NotEmpty(module.Run("Get-BitbucketSource demo/docs -Commit v/1").Clean());
        ErrorRecord error = module.Run("Get-BitbucketSource demo/docs -Commit no/where").SingleError;

        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Contains("no/where", $"{error}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-BitbucketBranch demo/api develop | Get-BitbucketSource", "develop")]
    [InlineData("Get-BitbucketSource demo/api -Commit develop", "develop")]
    public async Task GetSource_OfABranch_IsOfItsCommit(string script, string branch)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        Assert.Equal([await HashAsync(sandbox, "api", branch)], module.Run(script).Texts("Commit").Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task GetSource_PipedRepositories_ListsEach()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ScriptResult result = module.Run("Get-BitbucketRepository demo/* | Get-BitbucketSource -Path README.md");
        ScriptResult without = module.Run("Get-BitbucketRepository demo/* | Where-Object { -not ($_ | Get-BitbucketSource -Path README* -First 1) }");

        Assert.Equal(["demo/website", "demo/api", "demo/mobile-app"], result.Output.Select(item => $"{item.Properties["Repository"].Value}"));
        Assert.Contains("demo/docs", $"{result.SingleError.TargetObject}", StringComparison.Ordinal);
        Assert.Equal(["demo/docs"], without.Texts("FullName"));
    }

    [Theory]
    [InlineData("Get-BitbucketSource demo/website nowhere", "NotFound", "nowhere")]
    [InlineData("Get-BitbucketSource demo/website nowhere/*", "NotFound", "nowhere")]
    [InlineData("Get-BitbucketSource demo/website -Commit nowhere", "NotFound", "demo/website at nowhere")]
    [InlineData("Get-BitbucketContent demo/docs index.md -Commit nowhere", "NotFound", "demo/docs:index.md at nowhere")]
    [InlineData("Get-BitbucketFileHistory demo/docs index.md -Commit nowhere", "NotFound", "demo/docs:index.md at nowhere")]
    [InlineData("Get-BitbucketFileHistory demo/docs /", "InvalidArgument", "'/' is the root")]
    [InlineData("Get-BitbucketContent demo/docs ../index.md", "InvalidArgument", "'../index.md' leads up")]
    [InlineData("Get-BitbucketFileHistory demo/docs src/../x", "InvalidArgument", "'src/../x' leads up")]
    [InlineData("Get-BitbucketSource demo/docs ..", "InvalidArgument", "'..' leads up")]
    [InlineData("Get-BitbucketSource demo/website README.md/", "InvalidArgument", "'README.md' is a file")]
    [InlineData("Get-BitbucketSource demo/website package.json/", "InvalidArgument", "'package.json' is a file")]
    [InlineData("Get-BitbucketSource demo/website README.md/x*", "InvalidArgument", "'README.md' is a file")]
    [InlineData("Get-BitbucketSource demo/website 'a[b'", "InvalidArgument", "a[b")]
    [InlineData("Get-BitbucketSource demo/website -Filter 'colour = 1'", "BadRequest", "demo/website: ")]
    public async Task GetSource_Impossible_IsOneClearError(string script, string id, string named)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ErrorRecord error = module.Run(script).SingleError;

        Assert.StartsWith($"{id},", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(named, $"{error} {error.TargetObject}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-BitbucketSource demo/empty")]
    [InlineData("Get-BitbucketContent demo/empty README.md")]
    [InlineData("Get-BitbucketFileHistory demo/empty README.md")]
    public async Task GetSource_EmptyRepository_HasNoCommitsYet(string script)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        module.Run("New-BitbucketRepository demo/empty").Clean();

        ErrorRecord error = module.Run(script).SingleError;
        ErrorRecord missing = module.Run(script.Replace("demo/empty", "demo/nowhere", StringComparison.Ordinal)).SingleError;

        Assert.StartsWith("NotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("demo/empty has no commits", $"{error}", StringComparison.Ordinal);
        Assert.DoesNotContain("no commits", $"{missing}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetSource_WildcardsWithASlash_MatchWithinTheirParts()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        module.Run("'d/x.txt', 'd/e/x.txt' | ForEach-Object { Set-BitbucketContent demo/docs $_ -Value x -Message m }").Clean();

        Assert.Equal(["d/x.txt"], module.Run("Get-BitbucketSource demo/docs '*/x.txt' -Recurse").Texts("Path"));
        Assert.Equal(["d/e/x.txt"], module.Run("Get-BitbucketSource demo/docs '*/*/x.txt' -Recurse").Texts("Path"));
        Assert.Equal(["d/e/x.txt", "d/x.txt"], module.Run("Get-BitbucketSource demo/docs 'd/x*' -Recurse").Texts("Path"));
    }

    [Theory]
    [InlineData("./README.md")]
    [InlineData("/README.md")]
    public async Task Commits_OfAPathAsPeopleWriteIt_AreFound(string path)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        string[] expected = module.Run("Get-BitbucketCommit demo/website -Branch main -Path README.md").Texts("Hash");

        Assert.NotEmpty(expected);
        Assert.Equal(expected, module.Run("Get-BitbucketCommit demo/website -Branch main -Path $path", ("path", path)).Texts("Hash"));
    }

    [Fact]
    public async Task GetSource_FirstTwo_AsksForTwo()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        int before = sandbox.Server.Requests.Count;

        module.Run("Get-BitbucketSource demo/website -First 2 -Commit main").Clean();

        Assert.Contains("pagelen=2", Assert.Single(sandbox.RequestsSince(before)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetSource_View_FitsAndShowsPaths()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        module.Run("Set-BitbucketContent demo/docs run.sh -Value 'echo' -Executable -Message m").Clean();

        string shown = module.Render("Get-BitbucketSource demo/docs");

        TestContext.Current.TestOutputHelper?.WriteLine(shown);
        Assert.Contains("Repository: demo/docs", shown, StringComparison.Ordinal);
        Assert.Matches("file +[0-9]+ +executable +run.sh", shown);
        Assert.All(shown.Split('\n'), line => Assert.True(line.Length <= 100, line));
    }

    [Fact]
    public async Task GetSource_Path_Completes()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ScriptResult result = module.Run("$line = 'Get-BitbucketSource demo/website s'; ([Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null)).CompletionMatches");
        ScriptResult below = module.Run("$line = 'Get-BitbucketSource demo/website src/a'; ([Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null)).CompletionMatches");

        Assert.Equal(["src/"], result.Texts("CompletionText"));
        Assert.Equal(["src/app.ts"], below.Texts("CompletionText"));
    }

    internal static async Task<string> HashAsync(SandboxFixture sandbox, string slug, string revision)
        => (await Git.LinesAsync(sandbox.Server.RepositoryPath("demo", slug), "rev-parse", $"{revision}^{{commit}}")).Single();

    private static async Task<string[]> InGitAsync(SandboxFixture sandbox, string slug, string revision, params string[] options)
        => [.. (await Git.LinesAsync(sandbox.Server.RepositoryPath("demo", slug), ["-c", "core.quotepath=off", "ls-tree", "--name-only", .. options, revision])).Order(StringComparer.Ordinal)];
}
