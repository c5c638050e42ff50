using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Base;

/// <summary>Work that begins after the next input was bound is still about its own.</summary>
public sealed class LookAheadInputTests : IDisposable
{
    // So many that work begins late for some of them, whatever the machine does.
    private const int Inputs = 300;

    private readonly ModuleRunspace _module = new();

    public void Dispose() => _module.Dispose();

    [Theory]
    [InlineData("Get-BitbucketCommit")]
    [InlineData("Get-BitbucketCommitComment")]
    [InlineData("Get-BitbucketCommitStatus")]
    [InlineData("Get-BitbucketContent -Path README.md")]
    [InlineData("Get-BitbucketDiff")]
    [InlineData("Get-BitbucketDiffStat")]
    [InlineData("Get-BitbucketFileHistory -Path README.md")]
    [InlineData("Get-BitbucketMergeBase -With 0123456789abcdef0123456789abcdef01234567")]
    [InlineData("Get-BitbucketPatch")]
    [InlineData("Get-BitbucketSource")]
    public void PipedCommits_Many_AreEachAskedForOnce(string consumer)
    {
        ScriptedServer server = new((_, _, _) => Task.FromResult(ScriptedServer.Json("""{"values":[]}""")));
        server.Connect(_module);

        _module.Run(
            $"1..{Inputs} | ForEach-Object {{ [pscustomobject]@{{ Repository = \"acme/r$_\"; Commit = '{{0:x40}}' -f $_ }} }}"
            + $" | {consumer} -Session $session").Clean();

        string[] asked = [.. server.Requests.Select(ScriptedServer.SlugOf)];
        Assert.Equal(Enumerable.Range(1, Inputs).Select(i => $"r{i}").Order(StringComparer.Ordinal), asked.Order(StringComparer.Ordinal));
        Assert.All(server.Requests, request => Assert.Contains($"{int.Parse(ScriptedServer.SlugOf(request)[1..], System.Globalization.CultureInfo.InvariantCulture):x40}", request, StringComparison.Ordinal));
    }
}
