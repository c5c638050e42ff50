using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Conformance;

/// <summary>What -WhatIf and -Confirm mean to every command that changes something.</summary>
public sealed class WriteTests
{
    // Of the engine's choices: Yes, Yes to All, No, No to All, Suspend.
    private const int No = 2;

    // These change nothing at the service, and have tests of their own; the last one changes what it is told to.
    private static readonly string[] s_others = ["Start-BitbucketSandbox", "Stop-BitbucketSandbox", "Remove-BitbucketProfile", "Invoke-BitbucketRequest"];

    [Fact]
    public void Commands_ThatChangeSomething_AreAllTried()
    {
        using ModuleRunspace module = new();
        string[] writing = [.. module.Run("Get-Command -Module BitbucketPS | Where-Object { $_.Parameters.ContainsKey('WhatIf') } | ForEach-Object Name")
            .Clean().Select(name => $"{name}").Except(s_others, StringComparer.Ordinal)];

        Assert.Equal(writing.Order(StringComparer.Ordinal), Calls().Select(call => call.Command.Split(' ')[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task WhatIf_OfEachCommand_SaysOneLineAndChangesNothing()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        List<string> problems = [];
        foreach ((string command, string address) in Calls())
        {
            (int before, int shown) = (sandbox.Server.Requests.Count, module.Shown.Length);
            ScriptResult result = module.Run($"{command} -WhatIf");
            string[] lines = [.. module.Shown[shown..].Split('\n').Where(line => line.StartsWith("What if:", StringComparison.Ordinal))];

            problems.AddRange(result.AllErrors.Select(error => $"{command}\n{error}"));
            problems.AddRange(sandbox.RequestsSince(before).Where(request => !request.StartsWith("GET ", StringComparison.Ordinal)).Select(request => $"{command}\nsends {request}"));
            if (lines.Length != 1 || !lines[0].Contains($"target \"{address}", StringComparison.Ordinal) || result.Output.Count > 0)
            {
                problems.Add($"{command}\nshows {lines.Length} lines, not one with {address}: {string.Join('\n', lines)}");
            }
        }

        Assert.True(problems.Count == 0, string.Join("\n\n", problems));
    }

    [Fact]
    public async Task Confirm_OfEachCommand_AsksOnceAndTakesNo()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        List<string> problems = [];
        foreach ((string command, _) in Calls())
        {
            (int before, int asked) = (sandbox.Server.Requests.Count, module.Questions);
            module.Choose(No);
            ScriptResult result = module.Run($"{command} -Confirm");

            problems.AddRange(result.AllErrors.Select(error => $"{command}\n{error}"));
            problems.AddRange(sandbox.RequestsSince(before).Where(request => !request.StartsWith("GET ", StringComparison.Ordinal)).Select(request => $"{command}\nsends {request}"));
            if (module.Questions != asked + 1)
            {
                problems.Add($"{command}\nasks {module.Questions - asked} times");
            }
        }

        Assert.True(problems.Count == 0, string.Join("\n\n", problems));
    }

    private static IEnumerable<(string Command, string Address)> Calls()
        => File.ReadLines(Path.Combine(Checkout.Root, "tests", "BitbucketPS.Tests", "Conformance", "writes.txt"))
            .Where(line => line.Length > 0 && line[0] is not '#')
            .Select(line => line.Split(" => "))
            .Select(parts => (parts[0], parts[1]));
}
