using System.Management.Automation;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Conformance;

/// <summary>
/// What pipes into what: each sort of object that a command writes is piped into each command, and whether it is taken is held against
/// the table beside this file.
/// </summary>
public sealed class PipingTests
{
    // Sessions, sandboxes, raw requests and the like take no part in this.
    private static readonly string[] s_beside = ["Session", "Sandbox", "Profile", "GitCredential", "RateLimit", "BitbucketRequest", "Command", "Connect", "Disconnect"];

    // Where one of each comes from.
    private static readonly (string Model, string Script)[] s_producers =
    [
        ("Repository", "Get-BitbucketRepository demo/api"),
        ("Branch", "Get-BitbucketBranch demo/api develop"),
        ("Tag", "Get-BitbucketTag demo/api v1"),
        ("Commit", "Get-BitbucketCommit demo/api develop"),
        ("CommitComment", "Get-BitbucketCommitComment demo/api develop -First 1"),
        ("CommitStatus", "Get-BitbucketCommitStatus demo/api develop -First 1"),
        ("SourceEntry", "Get-BitbucketSource demo/api README.md"),
        ("FileHistoryEntry", "Get-BitbucketFileHistory demo/api README.md -First 1"),
        ("DiffStat", "Get-BitbucketDiffStat demo/api develop -First 1"),
        ("PullRequest", "Get-BitbucketPullRequest demo/api 1"),
        ("PullRequestComment", "Get-BitbucketPullRequestComment demo/api 1 1"),
        ("PullRequestTask", "Get-BitbucketPullRequestTask demo/api 1 1"),
        ("PullRequestActivity", "Get-BitbucketPullRequestActivity demo/api -First 1"),
        ("Workspace", "Get-BitbucketWorkspace demo"),
        ("Project", "Get-BitbucketProject -Workspace demo -Key WEB"),
        ("WorkspaceMember", "Get-BitbucketWorkspaceMember demo -First 1"),
        ("String", "'demo/api'"),
    ];

    // What a command needs beside its input; nothing where it is not here.
    private static readonly Dictionary<string, string> s_arguments = new(StringComparer.Ordinal)
    {
        ["Get-BitbucketContent"] = "-Path README.md",
        ["Get-BitbucketFileHistory"] = "-Path README.md",
        ["Get-BitbucketMergeBase"] = "-With main",
        ["PullRequest > Get-BitbucketMergeBase"] = "",
        ["New-BitbucketBranch"] = "-Name piped",
        ["New-BitbucketCommitComment"] = "-Content Piped",
        ["New-BitbucketCommitStatus"] = "-Key ci -State SUCCESSFUL -Url https://ci.example.org/1",
        ["New-BitbucketPullRequest"] = "-SourceBranch develop -Title Piped",
        ["Branch > New-BitbucketPullRequest"] = "-Title Piped",
        ["New-BitbucketPullRequestComment"] = "-Content Piped",
        ["New-BitbucketPullRequestTask"] = "-Content Piped",
        ["New-BitbucketTag"] = "-Name piped",
        ["Set-BitbucketCommitComment"] = "-Content Piped",
        ["Set-BitbucketCommitStatus"] = "-State FAILED",
        ["Set-BitbucketContent"] = "-Path piped.txt -Value Piped -Message Piped",
        ["Set-BitbucketProject"] = "-Description Piped",
        ["Set-BitbucketPullRequest"] = "-Title Piped",
        ["Set-BitbucketPullRequestComment"] = "-Content Piped",
        ["Set-BitbucketPullRequestTask"] = "-Content Piped",
        ["Set-BitbucketRepository"] = "-Description Piped",
        ["Set-BitbucketSettingInheritance"] = "-InheritsMergeStrategy",
        ["Open-Bitbucket"] = "-Print",
        ["New-BitbucketProject"] = "-Key PIPED -Name Piped",
    };

    [Fact]
    public async Task Pairs_ThatMakeSense_AreTakenAndNoOthers()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        Prepare(module);
        string[] commands = [.. module.Run("Get-Command -Module BitbucketPS | ForEach-Object Name").Clean().Select(name => $"{name}")
            .Where(name => !s_beside.Any(word => name.Contains(word, StringComparison.Ordinal)))];

        string[] found = [.. s_producers.Select(producer => $"{producer.Model} > {string.Join(' ', commands.Where(command => Takes(module, producer, command)))}")];

        string table = string.Join('\n', found);
        Assert.True(string.Equals(Table(), table, StringComparison.Ordinal), $"The table should be:\n{table}");
    }

    // Something of each sort is there.
    private static void Prepare(ModuleRunspace module)
    {
        module.SetVariable("ConfirmPreference", "None");
        module.Run("Approve-BitbucketPullRequest demo/api 1").Clean();
        module.Run("New-BitbucketTag demo/api v1 -Target main").Clean();
        module.Run("New-BitbucketCommitComment demo/api develop -Content 'Well done'").Clean();
        module.Run("New-BitbucketCommitStatus demo/api develop ci -State SUCCESSFUL -Url https://ci.example.org/1").Clean();
    }

    private static bool Takes(ModuleRunspace module, (string Model, string Script) producer, string command)
    {
        object?[] objects = [.. module.Run(producer.Script).Clean()];
        Assert.True(objects.Length == 1, $"{producer.Script} writes {objects.Length} objects");
        string? arguments = s_arguments.GetValueOrDefault($"{producer.Model} > {command}") ?? s_arguments.GetValueOrDefault(command);
        bool changes = module.Run($"(Get-Command {command}).Parameters.ContainsKey('WhatIf')").Clean().Single().BaseObject is true;
        ScriptResult result = module.Run($"$piped | {command} {arguments} {(changes ? "-WhatIf" : "")}", ("piped", objects[0]));

        // A text may stand for many things; that it stands for nothing of this sort is found out when it is used.
        return !result.AllErrors.Any(error => error.Exception is ParameterBindingException || error.FullyQualifiedErrorId.StartsWith("InvalidArgument,", StringComparison.Ordinal));
    }

    private static string Table() => string.Join('\n', File.ReadLines(Path.Combine(Checkout.Root, "tests", "BitbucketPS.Tests", "Conformance", "piping.txt"))
        .Where(line => line.Length > 0 && line[0] is not '#'));
}
