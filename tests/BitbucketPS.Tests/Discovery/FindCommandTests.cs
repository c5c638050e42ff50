using System.Management.Automation;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Discovery;

/// <summary>From commands to operations and scopes, and back. No session is needed.</summary>
public sealed class FindCommandTests : IDisposable
{
    private readonly ModuleRunspace _module = new();

    [Fact]
    public void FindCommand_Name_WritesItsOperationsWithTheirScopes()
    {
        ScriptResult result = _module.Run("Find-BitbucketCommand new-bitbucketbranch");

        Assert.Equal(["CreateBranch", "GetRepository"], result.Texts("Operation"));
        Assert.Equal(["New-BitbucketBranch", "New-BitbucketBranch"], result.Texts("Name"));
        Assert.Equal(["POST", "GET"], result.Texts("Method"));
        Assert.Equal(["", "Target"], result.Texts("Without"));
        Assert.Equal("/repositories/{workspace}/{repo_slug}/refs/branches", result.Texts("Path")[0]);
        Assert.Equal("repository:write", Join("(Find-BitbucketCommand New-BitbucketBranch)[0].Scopes"));
        Assert.Equal("write:repository:bitbucket read:repository:bitbucket", Join("(Find-BitbucketCommand New-BitbucketBranch)[0].ApiTokenScopes"));
    }

    [Fact]
    public void FindCommand_NothingGiven_WritesEachCommandOfTheModule()
    {
        string[] all = [.. _module.Run("Get-Command -Module BitbucketPS").Texts("Name").Order(StringComparer.Ordinal)];

        string[] found = _module.Run("Find-BitbucketCommand").Texts("Name");

        Assert.Equal(all, found.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("ListBranches")]
    [InlineData("listbranches")]
    [InlineData("GET /repositories/{workspace}/{repo_slug}/refs/branches")]
    [InlineData("get /2.0/repositories/acme/website/refs/branches?q=name+~+1")]
    [InlineData("GET https://api.bitbucket.org/2.0/repositories/acme/website/refs/branches?pagelen=100")]
    public void FindCommand_OperationInEachWriting_WritesTheCommandForIt(string operation)
        => Assert.Contains("Get-BitbucketBranch", _module.Run("Find-BitbucketCommand -Operation $operation", ("operation", operation)).Texts("Name"));

    [Fact]
    public void FindCommand_OperationThatIsGone_SaysSinceWhenInTheCalendarOfTheService()
    {
        const string Script = """
            $before = [Globalization.CultureInfo]::CurrentCulture
            try {
                [Globalization.CultureInfo]::CurrentCulture = 'ar-SA'
                Find-BitbucketCommand -Operation 'GET /repositories'
            } finally {
                [Globalization.CultureInfo]::CurrentCulture = $before
            }
            """;

        Assert.Contains("is gone since 2026-", _module.Run(Script).SingleError.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void FindCommand_PathWithoutAMethod_WritesWhatIsThere()
    {
        ScriptResult result = _module.Run("Find-BitbucketCommand -Operation /repositories/acme/website/refs/branches/feature%2Fx");

        Assert.Equal(["DELETE", "GET"], result.Texts("Method").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.Contains("Remove-BitbucketBranch", result.Texts("Name"));
    }

    [Fact]
    public void FindCommand_PathWithWildcards_WritesWhatMatches()
    {
        string[] operations = _module.Run("Find-BitbucketCommand -Operation 'POST */refs/*'").Texts("Operation");

        Assert.Equal(["CreateBranch", "CreateTag"], operations.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void FindCommand_OperationThatNoCommandIsFor_NamesTheOneThatReachesAll()
    {
        string[] own = _module.Run("Find-BitbucketCommand | Where-Object Operation").Texts("Operation");

        string[] all = _module.Run("Find-BitbucketCommand -Operation *").Texts("Operation");
        string[] raw = _module.Run("Find-BitbucketCommand Invoke-* -Operation *").Texts("Operation");
        string[] rest = _module.Run("Find-BitbucketCommand -Operation * | Where-Object Name -eq Invoke-BitbucketRequest").Texts("Operation");

        Assert.True(all.Distinct(StringComparer.Ordinal).Count() > 250);
        Assert.Equal(all.Order(StringComparer.Ordinal), own.Concat(rest).Order(StringComparer.Ordinal));
        Assert.Empty(own.Intersect(rest, StringComparer.Ordinal));
        Assert.Equal(all.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), raw.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void FindCommand_OperationThatIsGone_SaysSinceWhenAndWhatInstead()
    {
        ErrorRecord error = _module.Run("Find-BitbucketCommand -Operation ListIssues").SingleError;

        Assert.StartsWith("Gone,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("2026-08-20", $"{error}", StringComparison.Ordinal);
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
    }

    [Fact]
    public void FindCommand_OperationForConnectAppsAlone_SaysSo()
    {
        ErrorRecord error = _module.Run("Find-BitbucketCommand -Operation 'PUT /addon'").SingleError;

        Assert.StartsWith("Forbidden,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Connect apps", $"{error}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Find-BitbucketCommand Get-Nothing", "Get-Nothing")]
    [InlineData("Find-BitbucketCommand -Operation PaintBranch", "PaintBranch")]
    [InlineData("Find-BitbucketCommand -Operation 'GET /nothing/here'", "/nothing/here")]
    [InlineData("Find-BitbucketCommand -Operation 'BREW /user'", "BREW /user")]
    [InlineData("Find-BitbucketCommand -Scope repository, everything", "everything")]
    [InlineData("Find-BitbucketCommand -Path ./nowhere.ps1", "nowhere.ps1")]
    [InlineData("Find-BitbucketCommand -Path nodrive:/x.ps1", "nodrive:")]
    [InlineData("Find-BitbucketCommand -Path variable:PWD", "variable:PWD")]
    public void FindCommand_NothingOfThatName_IsOneErrorWithAWayOut(string script, string named)
    {
        ErrorRecord error = _module.Run(script).SingleError;

        Assert.StartsWith("NotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Contains(named, $"{error}", StringComparison.Ordinal);
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
    }

    [Theory]
    [InlineData("Find-BitbucketCommand Get-BitbucketBr", "Get-BitbucketBranch")]
    [InlineData("Find-BitbucketCommand -Operation ListBra", "ListBranches")]
    [InlineData("Find-BitbucketCommand -Scope repository:w", "repository:write")]
    [InlineData("Find-BitbucketCommand -Scope write:repo", "write:repository:bitbucket")]
    public void Tab_NamesOperationsAndScopes_AreOffered(string line, string expected)
        => Assert.Contains(expected, _module.Run(
            "[System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches", ("line", line)).Texts("CompletionText"));

    [Fact]
    public void FindCommand_Views_FitAndSayWhatMatters()
    {
        string table = _module.Render("Find-BitbucketCommand");

        Assert.Matches("Name +Operation +Scopes, API token scopes", table);
        Assert.Matches(@"ListBranches +repository *\r?\n +read:repository:bitbucket", table);
        Assert.All(_module.Run("Find-BitbucketCommand").Texts("Name"), name => Assert.Contains($"{name} ", table, StringComparison.Ordinal));
        Assert.All(_module.Run("Find-BitbucketCommand | Where-Object Operation").Texts("Operation"), name => Assert.Contains($" {name} ", table, StringComparison.Ordinal));
        Assert.All(table.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 100, line));
    }

    public void Dispose() => _module.Dispose();

    private string Join(string script) => string.Join(' ', _module.Run(script).Clean());
}
