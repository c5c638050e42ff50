using System.Net;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>What the sandbox failed on once, found by <see cref="FuzzTests"/>.</summary>
public class FuzzFindingTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Theory]
    [InlineData("commits?path=%2F%2F", true)]
    [InlineData("commits?path=", true)]
    [InlineData("commits?path=..%2FREADME.md", false)]
    [InlineData("commits?path=src%2F.%2Fapp.ts", false)]
    [InlineData("commits?path=%2FREADME.md", true)]
    [InlineData("diffstat/develop?path=", true)]
    [InlineData("diffstat/develop?path=..", false)]
    [InlineData("diffstat/develop?path=..&path=%2F", true)]
    public async Task Path_that_git_does_not_take_is_one_all_the_same(string target, bool isSomething)
    {
        Answer answer = await sandbox.GetAsync("/2.0/repositories/demo/website/" + target);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(isSomething, answer.Json["values"]!.AsArray().Count > 0);
    }

    [Theory]
    [InlineData("path=", false)]
    [InlineData("path=..%2F", true)]
    public async Task Diff_of_such_a_path_is_whole_or_empty(string query, bool isEmpty)
    {
        Answer answer = await sandbox.GetAsync("/2.0/repositories/demo/website/diff/develop?" + query);

        Assert.Equal((HttpStatusCode.OK, isEmpty), (answer.Status, answer.Text.Length == 0));
    }
}
