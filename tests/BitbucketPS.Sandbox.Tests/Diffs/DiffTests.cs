using System.Net;

namespace BitbucketPS.Sandbox.Tests;

public class DiffTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Api = "/2.0/repositories/demo/api";

    [Fact]
    public async Task Two_revisions_are_the_wrong_way_round_for_git()
    {
        Answer forward = await sandbox.GetAsync(Api + "/diffstat/hotfix/2.1.1..main?topic=true");
        Answer reversed = await sandbox.GetAsync(Api + "/diffstat/main..hotfix/2.1.1?topic=false");

        // What the hotfix changed since it left main is one file; the other way there is all that main has got since.
        Assert.Single(forward.Json["values"]!.AsArray());
        Assert.True(reversed.Json["values"]!.AsArray().Count > 1);
    }

    [Fact]
    public async Task Diffstat_has_pages_of_its_own_length()
    {
        Answer usual = await sandbox.GetAsync(Api + "/diffstat/main");
        Answer most = await sandbox.GetAsync(Api + "/diffstat/main?pagelen=5000");
        Answer more = await sandbox.GetAsync(Api + "/diffstat/main?pagelen=5001");

        Assert.Equal((500, 5000), ((int)usual.Json["pagelen"]!, (int)most.Json["pagelen"]!));
        Assert.Equal((HttpStatusCode.BadRequest, "Invalid pagelen"), (more.Status, more.Message));
    }

    [Fact]
    public async Task Diff_and_patch_are_text_in_whatever_encoding()
    {
        Answer diff = await sandbox.GetAsync(Api + "/diff/main?context=0&path=src/Program.cs&path=README.md");
        Answer patch = await sandbox.GetAsync(Api + "/patch/main");

        Assert.Equal("text/plain", diff.MediaType);
        Assert.Null(diff.ContentHeaders.ContentType!.CharSet);
        Assert.StartsWith("From ", patch.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/diff/nothing")]
    [InlineData("/diffstat/main..nothing")]
    [InlineData("/merge-base/nothing..main")]
    public async Task Unknown_revision_is_not_found(string path)
        => Assert.Equal(HttpStatusCode.NotFound, (await sandbox.GetAsync(Api + path)).Status);
}
