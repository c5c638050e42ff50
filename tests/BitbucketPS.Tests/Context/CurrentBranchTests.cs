using System.Reflection;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Context;

/// <summary>The branch that -Current means.</summary>
public sealed class CurrentBranchTests : IDisposable
{
    private readonly ModuleRunspace _module = new();

    [Theory]
    [InlineData("main")]
    [InlineData("feature/ünïcode-ß")]
    [InlineData("a%2Fb")]
    public async Task CurrentBranch_CheckedOut_IsItsName(string name)
    {
        await using TestClone clone = await TestClone.InitAsync();
        await clone.CommitAsync();
        await clone.GitAsync("checkout", "--quiet", "-B", name);

        Assert.Equal(name, CurrentBranch(clone.Folder));
    }

    [Fact]
    public async Task CurrentBranch_WithoutACommit_IsItsNameAllTheSame()
    {
        await using TestClone clone = await TestClone.InitAsync();

        Assert.Equal("main", CurrentBranch(clone.Folder));
    }

    [Fact]
    public async Task CurrentBranch_DetachedOrNoClone_IsNone()
    {
        await using TestClone clone = await TestClone.InitAsync();
        await clone.CommitAsync();
        await clone.GitAsync("checkout", "--quiet", "--detach");

        Assert.Null(CurrentBranch(clone.Folder));
        Assert.Null(CurrentBranch(clone.Parent));
        Assert.Null(CurrentBranch(Path.Combine(clone.Parent, "nowhere")));
    }

    [Fact]
    public async Task CurrentBranch_BegunFromTheRemotesMain_IsNotMain()
    {
        await using TestClone clone = await PushedAsync("main:main");
        await clone.GitAsync("checkout", "--quiet", "-b", "topic", "--track", "origin/main");

        Assert.Equal("topic", CurrentBranch(clone.Folder));
    }

    [Fact]
    public async Task CurrentBranch_PushedUnderAnotherName_IsThatName()
    {
        await using TestClone clone = await PushedAsync("main:work/x");
        await clone.GitAsync("branch", "--quiet", "--set-upstream-to", "origin/work/x");
        await clone.GitAsync("config", "push.default", "upstream");

        Assert.Equal("work/x", CurrentBranch(clone.Folder));
    }

    [Fact]
    public async Task CurrentBranch_InAWorktree_IsThatOfTheWorktree()
    {
        await using TestClone clone = await TestClone.InitAsync();
        await clone.CommitAsync();
        string worktree = Path.Combine(clone.Parent, "worktree");
        await clone.GitAsync("worktree", "add", "--quiet", "-b", "other", worktree);

        Assert.Equal("other", CurrentBranch(worktree));
    }

    public void Dispose() => _module.Dispose();

    private static async Task<TestClone> PushedAsync(string reference)
    {
        TestClone clone = await TestClone.InitAsync();
        string remote = Path.Combine(clone.Parent, "remote.git");
        await Git.LinesAsync(clone.Parent, "init", "--quiet", "--bare", remote);
        await clone.GitAsync("remote", "add", "origin", remote);
        await clone.CommitAsync();
        await clone.GitAsync("push", "--quiet", "origin", reference);
        return clone;
    }

    // The module keeps it to itself.
    private static string? CurrentBranch(string folder)
        => (string?)AppDomain.CurrentDomain.GetAssemblies()
            .Single(assembly => assembly.GetName().Name is "BitbucketPS")
            .GetType("BitbucketPS.GitClone", throwOnError: true)!
            .GetMethod("CurrentBranch", BindingFlags.Public | BindingFlags.Static)!
            .Invoke(obj: null, [folder]);
}
