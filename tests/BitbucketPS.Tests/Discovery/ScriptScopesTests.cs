using System.Management.Automation;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Discovery;

/// <summary>The least scopes of scripts.</summary>
public sealed class ScriptScopesTests : IDisposable
{
    private const string Read = "read:repository:bitbucket";
    private const string Write = "write:repository:bitbucket";

    private readonly ModuleRunspace _module = new();

    [Theory]
    [InlineData("Get-BitbucketBranch acme/website", "repository", Read)]
    [InlineData("get-bitbucketbranch acme/website", "repository", Read)]
    [InlineData(@"BitbucketPS\Get-BitbucketBranch acme/website", "repository", Read)]
    [InlineData("BitbucketBranch acme/website", "repository", Read)]
    [InlineData("Remove-BitbucketBranch acme/website old", "repository:write", Write)]
    [InlineData("Get-BitbucketRepository acme/* | Get-BitbucketBranch | Remove-BitbucketBranch", "repository:write", $"{Read} {Write}")]
    [InlineData("function f { if ($x) { & { Remove-BitbucketBranch a/b c } } }", "repository:write", Write)]
    [InlineData("1..3 | ForEach-Object -Parallel { Get-BitbucketBranch a/b -Session $using:s }", "repository", Read)]
    [InlineData("\"There are $((Get-BitbucketBranch a/b).Count) branches\"", "repository", Read)]
    [InlineData("Set-Alias gb Get-BitbucketBranch; gb a/b", "repository", Read)]
    [InlineData("New-Alias -Name gb -Value Get-BitbucketBranch; gb a/b", "repository", Read)]
    [InlineData("Set-Alias -Value Remove-BitbucketBranch -Name rmb; rmb a/b", "repository:write", Write)]
    [InlineData("sal -Val:Remove-BitbucketBranch -Force -Description x rmb; rmb a/b", "repository:write", Write)]
    [InlineData(@"Microsoft.PowerShell.Utility\New-Alias rmb -Option ReadOnly Remove-BitbucketBranch; rmb a/b", "repository:write", Write)]
    [InlineData("Set-Alias a Remove-BitbucketBranch; Set-Alias b a; b x/y z", "repository:write", Write)]
    [InlineData("Set-Alias b a; Set-Alias a b; b x/y z", "", "")]
    [InlineData("Set-Alias $name Get-ChildItem", "", "")]
    [InlineData("Import-Module BitbucketPS, Pester -MinimumVersion $least -Force; Import-Module ./BitbucketPS.psd1", "", "")]
    [InlineData("pwsh -NoProfile -Command { Get-BitbucketBranch a/b }", "repository", Read)]
    [InlineData("Start-Job { Get-BitbucketBranch a/b }; Set-Item env:X y", "repository", Read)]
    [InlineData("& 'Get-BitbucketBranch' a/b", "repository", Read)]
    [InlineData("Invoke-BitbucketRequest /repositories/acme/website/refs/branches -All", "repository", Read)]
    [InlineData("Invoke-BitbucketRequest repositories/acme/website/refs/branches", "repository", Read)]
    [InlineData("Invoke-BitbucketRequest '/repositories/{workspace}/{repo_slug}/refs/branches/x' DELETE", "repository:write", Write)]
    [InlineData("Invoke-BitbucketRequest -Met delete -Path https://api.bitbucket.org/2.0/repositories/a/b/refs/branches/x", "repository:write", Write)]
    [InlineData("Invoke-BitbucketRequest /repositories/a/b/refs/branches -Method HEAD", "repository", Read)]
    [InlineData("Get-BitbucketSession; Disconnect-Bitbucket; Get-ChildItem", "", "")]
    [InlineData("'Remove-BitbucketBranch in a text, and # in a remark'", "", "")]
    public void Script_ThatCanBeJudged_NeedsTheLeastScopes(string script, string scopes, string granular)
    {
        PSObject judged = Judge(script);

        Assert.Equal((scopes, granular, ""), (Join(judged, "Scopes"), Join(judged, "ApiTokenScopes"), Join(judged, "Unjudged")));
    }

    // New-BitbucketBranch reads the repository for its main branch, unless it is told where to begin.
    [Theory]
    [InlineData("New-BitbucketBranch a/b c", "CreateBranch GetRepository")]
    [InlineData("New-BitbucketBranch a/b c -Target main", "CreateBranch")]
    [InlineData("New-BitbucketBranch a/b c -Tar:main", "CreateBranch")]
    [InlineData("New-BitbucketBranch a/b c $commit", "CreateBranch")]
    [InlineData("'a/b' | New-BitbucketBranch -Name c -Target main -WhatIf", "CreateBranch")]
    [InlineData("New-BitbucketBranch a/b c -Verbose -ErrorAction Stop", "CreateBranch GetRepository")]
    public void Script_ParametersThatDecide_AreRead(string script, string operations)
    {
        PSObject judged = Judge(script);

        Assert.Equal(operations, Join(((IEnumerable<object>)judged.Properties["Commands"].Value).Select(PSObject.AsPSObject).Single(), "Operations"));
        Assert.Empty(Join(judged, "Unjudged"));
    }

    [Theory]
    [InlineData("& $tool a/b", "which command it is, is found out when it runs")]
    [InlineData("& \"Get-Bitbucket$kind\" a/b", "which command it is, is found out when it runs")]
    [InlineData("Invoke-Expression 'Get-BitbucketBranch a/b'", "it runs a text")]
    [InlineData("iex $text", "it runs a text")]
    [InlineData("Set-Alias gb $command", "which alias it sets, is found out when it runs")]
    [InlineData("nal @alias", "which alias it sets, is found out when it runs")]
    [InlineData("Set-Alias -Value Remove-BitbucketBranch -Name $name", "which alias it sets, is found out when it runs")]
    [InlineData("& ([scriptblock]::Create($text))", "it makes a script of a text")]
    [InlineData("$ExecutionContext.InvokeCommand.InvokeScript($text)", "it makes a script of a text")]
    [InlineData("$ExecutionContext.InvokeCommand.NewScriptBlock($text)", "it makes a script of a text")]
    [InlineData("[powershell]::Create().AddScript($text)", "it makes a script of a text")]
    [InlineData(@"Microsoft.PowerShell.Utility\Invoke-Expression $text", "it runs a text")]
    [InlineData("./other.ps1 -Force", "it is another script, to be looked at by itself")]
    [InlineData("Start-Job -FilePath ./other.ps1", "it is another script, to be looked at by itself")]
    [InlineData("Invoke-Command -File $script", "it is another script, to be looked at by itself")]
    [InlineData("pwsh -File ./other.ps1", "it starts another PowerShell, which may run anything")]
    [InlineData("& 'C:\\Program Files\\PowerShell\\7\\pwsh.exe' -c $text", "it starts another PowerShell, which may run anything")]
    [InlineData("Import-Module ./helpers.psm1", "it loads another script, to be looked at by itself")]
    [InlineData("Import-Module -Force \"$PSScriptRoot/helpers\"", "it loads another script, to be looked at by itself")]
    [InlineData("ipmo -Name:$module", "it loads another script, to be looked at by itself")]
    [InlineData("Set-Item alias:gb Get-BitbucketBranch", "which alias it sets, is found out when it runs")]
    [InlineData("Invoke-BitbucketRequest \"/repositories/$repository/refs\"", "its path is found out when it runs")]
    [InlineData("Invoke-BitbucketRequest /user -Method $method", "its method is found out when it runs")]
    [InlineData("Invoke-BitbucketRequest @request", "its path is found out when it runs")]
    [InlineData("Invoke-BitbucketRequest /1.0/groups/acme", "No operation is 'GET /1.0/groups/acme'")]
    [InlineData("New-BitbucketBranch @branch", "its parameters are not known, so that all that it can do was counted")]
    [InlineData("New-BitbucketBranch -Nonsense 1", "its parameters are not known, so that all that it can do was counted")]
    public void Script_ThatCannotBeJudged_SaysWhereAndWhy(string call, string reason)
    {
        PSObject judged = Judge($"# A remark.\n\n{call}\n");

        string[] unjudged = [.. ((IEnumerable<object>)judged.Properties["Unjudged"].Value).Select(item => $"{item}")];
        Assert.Contains(unjudged, text => text.StartsWith("line 3: ", StringComparison.Ordinal) && text.EndsWith($"({reason})", StringComparison.Ordinal));
    }

    [Fact]
    public void Script_ModuleItUses_IsToBeLookedAtToo()
    {
        PSObject judged = Judge("using module ./helpers.psm1\nGet-BitbucketBranch a/b");

        Assert.Equal(("repository", "line 1: using module ./helpers.psm1 (it loads another script, to be looked at by itself)"), (Join(judged, "Scopes"), Join(judged, "Unjudged")));
    }

    [Fact]
    public void Script_OperationOnceHoweverManyParametersNeedIt_IsNamedOnce()
    {
        PSObject judged = Judge("Get-BitbucketPullRequest a/b 1");

        Assert.Equal("GetPullRequest", Join(((IEnumerable<object>)judged.Properties["Commands"].Value).Select(PSObject.AsPSObject).Single(), "Operations"));
    }

    [Fact]
    public void Script_SplattedWhereNothingDepends_IsJudged()
    {
        PSObject judged = Judge("Remove-BitbucketBranch @old");

        Assert.Equal(("repository:write", ""), (Join(judged, "Scopes"), Join(judged, "Unjudged")));
    }

    [Fact]
    public void Script_ScopesThatIncludeOthers_StandForThem()
    {
        const string Requests = """
            Invoke-BitbucketRequest /repositories/a/b/pullrequests -Method POST -Body $body
            Invoke-BitbucketRequest /repositories/a/b/pullrequests
            Invoke-BitbucketRequest /repositories/a/b/refs/branches -Method POST -Body $body
            Invoke-BitbucketRequest /repositories/a/b -Method DELETE
            Invoke-BitbucketRequest /workspaces/a/projects/B
            Invoke-BitbucketRequest /snippets
            Invoke-BitbucketRequest /snippets -Method POST -Body $body
            """;

        PSObject judged = Judge(Requests);

        Assert.Equal("project pullrequest:write repository:delete snippet:write", Join(judged, "Scopes"));
        Assert.Equal(
            "delete:repository:bitbucket read:project:bitbucket read:pullrequest:bitbucket read:repository:bitbucket read:snippet:bitbucket write:pullrequest:bitbucket write:repository:bitbucket write:snippet:bitbucket",
            Join(judged, "ApiTokenScopes"));
    }

    [Fact]
    public void Script_AliasOfThePerson_IsKnown()
    {
        _module.Run("$ExecutionContext.SessionState.PSVariable.Set('alias:gbb', 'Get-BitbucketBranch'); $alias:gbb = 'Get-BitbucketBranch'").Clean();

        Assert.Equal("repository", Join(Judge("gbb a/b"), "Scopes"));
    }

    [Fact]
    public void Script_View_SaysWhatMatters()
    {
        string list = _module.Render("Find-BitbucketCommand -ScriptBlock { Get-BitbucketBranch a/b; & $x }");

        Assert.Matches("Scopes +: repository", list);
        Assert.Matches("API token scopes +: read:repository:bitbucket", list);
        Assert.Matches("Commands +: line 1: Get-BitbucketBranch", list);
        Assert.Matches(@"Unjudged +: line 1: & \$x \(which command it is", list);
        Assert.DoesNotContain("Path", list, StringComparison.Ordinal);
        Assert.All(list.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 100, line));
    }

    public void Dispose() => _module.Dispose();

    private static string Join(PSObject item, string property)
        => string.Join(' ', ((System.Collections.IEnumerable)item.Properties[property].Value).Cast<object>());

    private PSObject Judge(string script)
        => Assert.Single(_module.Run("Find-BitbucketCommand -ScriptBlock ([scriptblock]::Create($script))", ("script", script)).Clean());
}
