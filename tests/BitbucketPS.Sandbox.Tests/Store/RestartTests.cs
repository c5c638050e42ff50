using System.Net;

namespace BitbucketPS.Sandbox.Tests;

public sealed class RestartTests : IDisposable
{
    private const string Restriction = """{"kind":"delete","pattern":"release/*","users":[],"groups":[]}""";

    private readonly DataFolderFixture _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Everything_is_there_after_a_restart()
    {
        string before = "";
        await _data.RunAsync(async sandbox =>
        {
            await sandbox.PostAsync("/2.0/repositories/demo/kept", """{"name":"Kept","description":"ä\u2028\n\"x"}""");
            await sandbox.PostAsync("/2.0/repositories/demo/api/branch-restrictions", Restriction);
            await sandbox.DeleteAsync("/2.0/repositories/demo/docs");
            before = await ReadAsync(sandbox);
        });
        string after = "";
        await _data.RunAsync(async sandbox => after = await ReadAsync(sandbox));

        Assert.Contains("\"kept\"", before, StringComparison.Ordinal);
        Assert.Contains("release/*", before, StringComparison.Ordinal);
        Assert.DoesNotContain("\"docs\"", before, StringComparison.Ordinal);
        Assert.Equal(before, after);
    }

    [Fact]
    public async Task Credentials_stay_the_same()
    {
        List<string> seen = [];
        Task Note(SandboxFixture sandbox)
        {
            seen.Add($"{sandbox.Server.Consumer.Key} {sandbox.Server.Consumer.Secret} {sandbox.Server.ApiToken.Token}");
            return Task.CompletedTask;
        }

        await _data.RunAsync(Note);
        await _data.RunAsync(Note);

        Assert.Equal(seen[0], seen[1]);
    }

    [Fact]
    public async Task Signed_in_clients_stay_signed_in()
    {
        Signer? signer = null;
        string refreshToken = "";
        await _data.RunAsync(async sandbox =>
        {
            signer = await sandbox.SignInAsync();
            refreshToken = (string)(await new OAuth2Client(sandbox).SignInAsync())["refresh_token"]!;
        });
        await _data.RunAsync(async sandbox =>
        {
            string header = (signer! with { Timestamp = sandbox.Clock.GetUtcNow().ToUnixTimeSeconds() }).Header("GET", sandbox.Origin + "/2.0/user");
            Answer user = await sandbox.SendAsync("GET", "/2.0/user", header);
            Answer refreshed = await new OAuth2Client(sandbox).RefreshAsync(refreshToken);

            Assert.Equal(HttpStatusCode.OK, user.Status);
            Assert.Equal(HttpStatusCode.OK, refreshed.Status);
            Assert.NotEqual(refreshToken, (string?)refreshed.Json["refresh_token"]);
            Assert.DoesNotContain(refreshToken, await File.ReadAllTextAsync(_data.StateFile, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Revoked_grants_stay_revoked()
    {
        string refreshToken = "";
        await _data.RunAsync(async sandbox =>
        {
            refreshToken = (string)(await new OAuth2Client(sandbox).SignInAsync())["refresh_token"]!;
            sandbox.Server.RevokeOAuth2Grants();
        });
        await _data.RunAsync(async sandbox =>
        {
            Answer refreshed = await new OAuth2Client(sandbox).RefreshAsync(refreshToken);

            Assert.Equal(HttpStatusCode.BadRequest, refreshed.Status);
        });
    }

    [Fact]
    public async Task State_is_for_its_user_only()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no such modes.");
            return;
        }

        await _data.RunAsync(_ => Task.CompletedTask);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_data.StateFile));
    }

    [Fact]
    public async Task Folder_in_use_is_refused()
    {
        await _data.RunAsync(async _ => Assert.Contains("Another sandbox uses the folder", await _data.FailAsync(), StringComparison.Ordinal));
    }

    private static async Task<string> ReadAsync(SandboxFixture sandbox)
    {
        string repositories = (await sandbox.GetAsync("/2.0/repositories/demo?pagelen=100")).Text;
        string restrictions = (await sandbox.GetAsync("/2.0/repositories/demo/api/branch-restrictions")).Text;
        return (repositories + restrictions).Replace(sandbox.Server.BaseAddress.Authority, "", StringComparison.Ordinal);
    }
}
