using System.Text.RegularExpressions;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Recipes;

/// <summary>A recipe says which scopes it needs: those that Find-BitbucketCommand finds.</summary>
public sealed partial class RecipeScopeTests
{
    [Theory]
    [InlineData("approvals")]
    [InlineData("build-status")]
    [InlineData("mirror-folder")]
    [InlineData("missing-readme")]
    [InlineData("open-pull-requests")]
    [InlineData("stale-branches")]
    public void Recipe_SaysTheScopesItNeeds(string recipe)
    {
        using ModuleRunspace module = new();
        string[] said = [.. Needs().Match(RecipeText.Of(recipe)).Groups["scope"].Captures.Select(scope => scope.Value)];

        IEnumerable<string> found = module.Run(
            "(Find-BitbucketCommand -ScriptBlock ([scriptblock]::Create($code))).Scopes",
            ("code", RecipeText.ScriptOf(recipe))).Clean().Select(scope => $"{scope}");

        Assert.Equal(found.Order(StringComparer.Ordinal), said.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"It needs the scopes? `(?<scope>[a-z:]+)`( and `(?<scope>[a-z:]+)`)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Needs();
}
