using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Base;

/// <summary>What is piped is changed once the list that it comes from was read to its end.</summary>
public sealed class ChangeOrderTests : IDisposable
{
    private const string SecondPage = "page=second";

    private readonly ModuleRunspace _module = new();

    public void Dispose() => _module.Dispose();

    [Theory]
    [InlineData("Get-BitbucketBranch acme/r1 | Remove-BitbucketBranch -Confirm:$false")]
    [InlineData("Get-BitbucketRepository acme/* | New-BitbucketBranch -Name x -Target 0123456789abcdef0123456789abcdef01234567")]
    [InlineData("Get-BitbucketRepository acme/* | Set-BitbucketRepository -IsPrivate")]
    [InlineData("Get-BitbucketCommitStatus acme/r1 0123456789abcdef0123456789abcdef01234567 | Set-BitbucketCommitStatus -State STOPPED")]
    [InlineData("Get-BitbucketPullRequest acme/r1 | Close-BitbucketPullRequest")]
    [InlineData("Get-BitbucketPullRequest acme/r1 | Merge-BitbucketPullRequest")]
    [InlineData("Get-BitbucketPullRequest acme/r1 | Set-BitbucketPullRequest -Title x")]
    [InlineData("Get-BitbucketPullRequestComment acme/r1 1 | New-BitbucketPullRequestComment -Content Done")]
    [InlineData("Get-BitbucketPullRequestComment acme/r1 1 | Resolve-BitbucketPullRequestComment")]
    [InlineData("Get-BitbucketPullRequestTask acme/r1 1 | Set-BitbucketPullRequestTask -State RESOLVED")]
    [InlineData("Get-BitbucketPullRequest acme/r1 | Close-BitbucketPullRequest -ErrorAction Stop")]
    public void PipedList_OfSeveralPages_IsReadBeforeAnythingIsChanged(string script)
    {
        ScriptedServer server = new((method, path, _) => Task.FromResult(ScriptedServer.Json(Answer(method, path))));
        server.Connect(_module);

        _module.SetVariable("PSDefaultParameterValues", new System.Management.Automation.DefaultParameterDictionary { ["*:Session"] = _module.Run("$session").Clean().Single() });
        _module.Run(script).Clean();

        string[] requests = [.. server.Requests];
        int lastPage = Array.FindLastIndex(requests, request => request.Contains(SecondPage, StringComparison.Ordinal));
        string[] changes = [.. requests.Where(request => !request.StartsWith("GET ", StringComparison.Ordinal))];
        Assert.NotEqual(-1, lastPage);
        Assert.Equal(2, changes.Length);
        Assert.All(requests[..lastPage], request => Assert.StartsWith("GET ", request, StringComparison.Ordinal));
    }

    private static string Answer(string method, string path)
    {
        string list = path.Split('?')[0];
        return method is not "GET" || char.IsAsciiDigit(list[^1]) ? Item(NumberIn(path), path.EndsWith("/merge", StringComparison.Ordinal) ? "MERGED" : "OPEN")
            : path.Contains(SecondPage, StringComparison.Ordinal) ? $$"""{"values": [{{Item(2)}}]}"""
            : $$"""{"values": [{{Item(1)}}], "next": "https://api.example.org{{list}}?{{SecondPage}}"}""";
    }

    private static int NumberIn(string path) => path.Contains("/pullrequests/2", StringComparison.Ordinal) ? 2 : 1;

    // Enough for each of the kinds.
    private static string Item(int number, string state = "OPEN") => $$"""
        {
            "id": {{number}}, "name": "b{{number}}", "key": "k{{number}}", "full_name": "acme/r{{number}}", "slug": "r{{number}}",
            "title": "T", "state": "{{state}}", "content": {"raw": "x"}, "workspace": {"slug": "acme"},
            "target": {"hash": "0123456789abcdef0123456789abcdef01234567"}
        }
        """;
}
