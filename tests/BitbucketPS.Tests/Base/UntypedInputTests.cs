using System.Management.Automation;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Base;

/// <summary>Lines of files that lack a part of their address stand for nothing, and above all not for something else.</summary>
public sealed class UntypedInputTests : IAsyncLifetime
{
    private SandboxFixture _sandbox = null!;
    private ModuleRunspace _module = null!;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxFixture.StartAsync();
        _module = _sandbox.Connect();
    }

    public async ValueTask DisposeAsync()
    {
        _module.Dispose();
        await _sandbox.DisposeAsync();
    }

    [Theory]
    [InlineData("Repository = 'demo/api'", "Remove-BitbucketBranch")]
    [InlineData("Repository = 'demo/api'; Name = ''", "Remove-BitbucketTag")]
    [InlineData("Repository = 'demo/api'; Commit = 'main'; Id = ''", "Remove-BitbucketCommitComment")]
    [InlineData("Repository = 'demo/api'; Commit = 'main'", "Set-BitbucketCommitStatus -State FAILED")]
    [InlineData("Repository = 'demo/api'; Commit = ''; Key = '3'", "Set-BitbucketCommitStatus -State FAILED")]
    [InlineData("Repository = 'demo/api'; Id = '2.5'", "Close-BitbucketPullRequest")]
    [InlineData("Repository = 'demo/api'; Id = '1,5'", "Close-BitbucketPullRequest")]
    [InlineData("Repository = 'demo/api'; Id = ''", "Approve-BitbucketPullRequest")]
    [InlineData("Repository = 'demo/api'; Id = '-1'", "Merge-BitbucketPullRequest")]
    [InlineData("Repository = 'demo/api'; Id = 0", "Get-BitbucketPullRequestActivity")]
    [InlineData("Repository = 'demo/api'; PullRequestId = 1; Id = ''", "Remove-BitbucketPullRequestComment")]
    [InlineData("Repository = 'demo/api'; PullRequestId = ''; Id = 1", "Set-BitbucketPullRequestTask -State Resolved")]
    public void Object_WithoutAllOfItsAddress_IsRefusedBeforeAnythingIsAsked(string properties, string command)
    {
        int before = _sandbox.Server.Requests.Count;
        _module.SetVariable("ConfirmPreference", "None");

        ErrorRecord error = _module.Run($"[pscustomobject]@{{ {properties} }} | {command}").SingleError;
        ErrorRecord ofHashtable = _module.Run($"@{{ {properties} }} | {command}").SingleError;

        Assert.IsAssignableFrom<ParameterBindingException>(error.Exception);
        Assert.IsAssignableFrom<ParameterBindingException>(ofHashtable.Exception);
        Assert.Empty(_sandbox.RequestsSince(before));
    }

    [Theory]
    [InlineData("([BitbucketPS.PullRequest]@{ Repository = 'demo/api' })", "Close-BitbucketPullRequest", "does not say the number of a pull request")]
    [InlineData("([BitbucketPS.PullRequestTask]@{ Repository = 'demo/api'; PullRequestId = 1 })", "Remove-BitbucketPullRequestTask", "does not say the number of a task")]
    public void Model_WithoutANumber_IsAnErrorThatSaysSo(string input, string command, string expected)
    {
        int before = _sandbox.Server.Requests.Count;

        ErrorRecord error = _module.Run($"{command} -InputObject {input} -Confirm:$false").SingleError;

        Assert.Contains(expected, error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_sandbox.RequestsSince(before));
    }

    [Theory]
    [InlineData("[pscustomobject]@{ Repository = [pscustomobject]@{ Workspace = 'demo'; Slug = 'api' }; Name = 'develop' }")]
    [InlineData("@{ Repository = @{ Workspace = 'demo'; Slug = 'api' }; Name = 'develop' }")]
    [InlineData("@{ repository = 'demo/api'; name = 'develop' }")]
    public void Object_AsJsonHasIt_StandsForTheModel(string input)
    {
        _module.Run($"{input} | Remove-BitbucketBranch -WhatIf").Clean();

        Assert.Contains("target \"demo/api:develop\"", _module.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Repository_AsJsonHasIt_IsThatOfWhatBelongsToIt()
    {
        ScriptResult result = _module.Run(
            "[pscustomobject]@{ Repository = [pscustomobject]@{ Workspace = 'demo'; Slug = 'docs' } } | Get-BitbucketBranch -First 1");

        Assert.Equal(["demo/docs"], result.Texts("Repository"));
    }
}
