using System.Text.RegularExpressions;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Recipes;

/// <summary>The recipes as they stand in docs/recipes.</summary>
internal static partial class RecipeText
{
    /// <summary>Where they are.</summary>
    public static string Folder => Path.Combine(Checkout.Root, "docs", "recipes");

    /// <summary>All of a recipe.</summary>
    public static string Of(string recipe) => File.ReadAllText(Path.Combine(Folder, $"{recipe}.md"));

    /// <summary>The script of a recipe.</summary>
    public static string ScriptOf(string recipe) => Code().Match(Of(recipe)).Groups["code"].Value;

    [GeneratedRegex(@"```powershell\r?\n(?<code>.+?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
