using System.Management.Automation;
using System.Text.Json;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Raw;

public sealed class InvokeRequestTests
{
    [Fact]
    public async Task InvokeRequest_Api10Branches_IsOneObjectKeyedByBranch()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        PSObject answer = Assert.Single(module.Run("Invoke-BitbucketRequest /1.0/repositories/demo/api/branches").Clean());

        string[] inGit = await sandbox.GitBranchesAsync("api");
        Assert.Equal(inGit, answer.Properties.Select(property => property.Name).Order(StringComparer.Ordinal));
        Assert.Equal("main", ((PSObject)answer.Properties["main"].Value).Properties["branch"].Value);
    }

    [Fact]
    public async Task InvokeRequest_All_FollowsPagesAsOneStream()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        int before = sandbox.Server.Requests.Count;

        ScriptResult result = module.Run("Invoke-BitbucketRequest '/repositories/{workspace}/{repo_slug}/refs/branches' -Repository website -All");

        Assert.Equal((await sandbox.GitBranchesAsync("website")).Order(StringComparer.Ordinal), result.Texts("name").Order(StringComparer.Ordinal));
        Assert.Equal(3, sandbox.RequestsSince(before).Length);
    }

    [Fact]
    public async Task InvokeRequest_PipedRepositories_FillThePlaceholders()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ScriptResult result = module.Run("Get-BitbucketRepository demo/* | Invoke-BitbucketRequest '/repositories/{workspace}/{repo_slug}/refs/branches'");

        Assert.Equal(["268", "13", "6", "1"], result.Texts("size"));
    }

    [Fact]
    public async Task InvokeRequest_BodyObject_IsSentAsJson()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ScriptResult result = module.Run(
            "Invoke-BitbucketRequest /repositories/demo/docs/refs/branches -Method POST -Body @{ name = 'feature/x'; target = [pscustomobject]@{ hash = 'main' } }");

        Assert.Equal(["feature/x"], result.Texts("name"));
        Assert.Contains("feature/x", await sandbox.GitBranchesAsync("docs"));
    }

    [Fact]
    public async Task InvokeRequest_WhatIf_SendsNothing()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        int before = sandbox.Server.Requests.Count;

        module.Run("Invoke-BitbucketRequest /repositories/demo/api/refs/branches/develop -Method DELETE -WhatIf").Clean();

        Assert.Empty(sandbox.RequestsSince(before));
        Assert.Contains("develop", await sandbox.GitBranchesAsync("api"));
    }

    [Fact]
    public async Task InvokeRequest_Delete_WritesNothing()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        Assert.Empty(module.Run("Invoke-BitbucketRequest /repositories/demo/api/refs/branches/develop -Method DELETE").Clean());

        Assert.DoesNotContain("develop", await sandbox.GitBranchesAsync("api"));
    }

    [Fact]
    public async Task InvokeRequest_Raw_IsTheAnswersText()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        string text = Assert.IsType<string>(Assert.Single(module.Run("Invoke-BitbucketRequest /user -Raw").Clean()).BaseObject);

        using JsonDocument document = JsonDocument.Parse(text);
        Assert.Equal("user", document.RootElement.GetProperty("type").GetString());
    }

    [Fact]
    public async Task InvokeRequest_OutFile_IsWrittenWholeOrNotAtAll()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            string file = Path.Combine(folder.FullName, "user.json");
            module.SetVariable("file", file);

            Assert.Empty(module.Run("Invoke-BitbucketRequest /user -OutFile $file").Clean());
            string written = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            ErrorRecord error = module.Run("Invoke-BitbucketRequest /nowhere -OutFile $file").SingleError;

            Assert.Contains("Dana Demo", written, StringComparison.Ordinal);
            Assert.StartsWith("NotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Equal(written, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
            Assert.Equal([file], Directory.GetFiles(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task InvokeRequest_OtherServer_IsRefusedAndNothingIsSent()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        await using SandboxFixture other = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ErrorRecord error = module.Run("Invoke-BitbucketRequest $address", ("address", $"{other.BaseUri}/2.0/user")).SingleError;

        Assert.StartsWith("InvalidArgument,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(other.Server.Requests);
    }

    [Fact]
    public async Task InvokeRequest_OutFileInNoFolder_SaysSoAndLeavesNothing()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), "user.json");

        ErrorRecord error = module.Run("Invoke-BitbucketRequest /user -OutFile $file", ("file", file)).SingleError;

        Assert.StartsWith("FileFailed,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(file, $"{error}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task InvokeRequest_OutFileOfACutAnswer_LeavesTheOldFile()
    {
        await using FaultyServer server = new("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\nhalf");
        using ModuleRunspace module = new();
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            string file = Path.Combine(folder.FullName, "old");
            await File.WriteAllTextAsync(file, "old", TestContext.Current.CancellationToken);
            module.SetVariable("file", file);

            ErrorRecord error = module.Run(
                $"Connect-Bitbucket -AccessToken x12345678 -BaseUri {server.BaseUri} -MaximumRetryCount 0; Invoke-BitbucketRequest /x -OutFile $file").SingleError;

            Assert.StartsWith("ConnectionBroken,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Equal([file], Directory.GetFiles(folder.FullName));
            Assert.Equal("old", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task InvokeRequest_Body_BecomesTheJsonThatIsMeant()
    {
        await using FaultyServer server = new(FaultyServer.Response("200 OK", "text/plain; charset=nonsense", "{BODY}"));
        using ModuleRunspace module = new();

        ScriptResult result = module.Run(
            $"Connect-Bitbucket -AccessToken x12345678 -BaseUri {server.BaseUri};"
            + " $body = [ordered]@{ none = (& {}); dbnull = [DBNull]::Value; big = [bigint]::Parse('123456789012345678901'); half = 0.5; yes = $true;"
            + " list = @(1, 'a', @()); when = [DateTimeOffset]'2026-01-02T03:04:05Z'; nested = [pscustomobject]@{ x = [pscustomobject]@{} } };"
            + " Invoke-BitbucketRequest /x -Method POST -Body $body");

        Assert.Equal(
            """{"none":null,"dbnull":null,"big":123456789012345678901,"half":0.5,"yes":true,"list":[1,"a",[]],"when":"2026-01-02T03:04:05.0000000\u002B00:00","nested":{"x":{}}}""",
            Assert.Single(result.Clean()).BaseObject);
    }

    [Theory]
    [InlineData("$loop = @{}; $loop.self = $loop; Invoke-BitbucketRequest /user -Method PUT -Body $loop")]
    [InlineData("Invoke-BitbucketRequest /user -Method PUT -Body @{ a = { 1 } }")]
    [InlineData("Invoke-BitbucketRequest /user -Method PUT -Body x -ContentType '???'")]
    [InlineData("Invoke-BitbucketRequest /user -Method PUT -Body @{ a = 1 } -ContentType application/x-www-form-urlencoded")]
    [InlineData("Invoke-BitbucketRequest /user -Method PUT -Body @{ a = [IO.FileInfo]'x' }")]
    public async Task InvokeRequest_BodyThatCannotBeSent_IsAnErrorAndNothingIsSent(string script)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        int before = sandbox.Server.Requests.Count;

        Assert.StartsWith("InvalidArgument,", module.Run(script).SingleError.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.RequestsSince(before));
    }
}
