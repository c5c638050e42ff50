using BitbucketPS.Tests.Discovery;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Conformance;

/// <summary>
/// Each live operation of the everyday groups is reached by a cmdlet, and no cmdlet sends what the sandbox does not know: proved by the
/// sandbox's log of the scripts beside this file.
/// </summary>
public sealed class ReachTests
{
    // What the groups of the catalogue hold beyond this, and where it belongs.
    private static readonly string[] s_elsewhere =
    [
        // With the keys of accounts.
        "GetWorkspaceGpgPublicKey",
    ];

    [Theory]
    [InlineData("refs", "RefOperations")]
    [InlineData("repositories", "RepositoryOperations")]
    [InlineData("commits", "CommitOperations")]
    [InlineData("source", "SourceOperations")]
    [InlineData("diffs", "DiffOperations")]
    [InlineData("pullrequests", "PullRequestOperations")]
    [InlineData("pullrequestcomments", "PullRequestCommentOperations")]
    [InlineData("workspaces", "WorkspaceOperations")]
    [InlineData("projects", "ProjectOperations")]
    [InlineData("users", "UserOperations")]
    public async Task Operations_OfAGroup_AreEachReachedByACmdlet(string script, string group)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        module.SetVariable("ConfirmPreference", "None");
        List<string> problems = [];
        int start = sandbox.Server.Requests.Count;

        foreach (string command in Commands(script))
        {
            int before = sandbox.Server.Requests.Count;
            problems.AddRange(module.Run(command).AllErrors.Select(error => $"{command}\n{error}"));
            problems.AddRange(DeclaredOperations.Undeclared(module, command, sandbox.RequestsSince(before))
                .Select(operation => $"{command}\nasks for {operation}, and no UsesOperation says so."));
        }

        string[] reached = [.. sandbox.RequestsSince(start).SelectMany(request => Find(module, request))];
        problems.AddRange(LiveOperations(module, group).Except(reached, StringComparer.Ordinal).Select(operation => $"{operation} is reached by no command."));
        Assert.True(problems.Count == 0, string.Join("\n\n", problems));
    }

    private static IEnumerable<string> Commands(string script)
        => File.ReadLines(Path.Combine(Checkout.Root, "tests", "BitbucketPS.Tests", "Conformance", $"{script}.txt"))
            .Where(line => line.Length > 0 && line[0] is not '#');

    private static string[] Find(ModuleRunspace module, string request)
        => Texts(module.Run(
            "[BitbucketPS.Operations.OperationCatalogue]::Find($method, $path) | Where-Object { $_ } | ForEach-Object Name",
            ("method", request.Split(' ')[0]),
            ("path", request.Split(' ')[1])));

    private static IEnumerable<string> LiveOperations(ModuleRunspace module, string group)
        => Texts(module.Run($"[BitbucketPS.Operations.{group}]::All | Where-Object Status -eq 'Live' | ForEach-Object Name"))
            .Except(s_elsewhere, StringComparer.Ordinal);

    private static string[] Texts(ScriptResult result) => [.. result.Clean().Select(item => $"{item}")];
}
