using System.Net;
using System.Text.RegularExpressions;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>The one form of a page, read as a browser would read it.</summary>
public sealed partial record HtmlForm(string Method, string Action, IReadOnlyList<(string Name, string Value)> Hidden, IReadOnlyList<(string Name, string Value)> Buttons)
{
    public static HtmlForm Parse(string html)
    {
        Match form = Assert.Single(FormPattern().Matches(html));
        return new(
            Attribute(form.Groups["tag"].Value, "method"),
            Attribute(form.Groups["tag"].Value, "action"),
            [.. InputPattern().Matches(form.Groups["body"].Value).Select(input => NameAndValue(input.Groups["tag"].Value))],
            [.. ButtonPattern().Matches(form.Groups["body"].Value).Select(button => NameAndValue(button.Groups["tag"].Value))]);
    }

    public static string Verifier(string html) => VerifierPattern().Match(html).Groups["digits"].Value;

    /// <summary>The body that pressing a button posts.</summary>
    public string Submit(string name, string value)
    {
        Assert.Contains((name, value), Buttons);
        return Signer.ToForm([.. Hidden, (name, value)]);
    }

    private static (string Name, string Value) NameAndValue(string tag) => (Attribute(tag, "name"), Attribute(tag, "value"));

    private static string Attribute(string tag, string name)
        => WebUtility.HtmlDecode(Regex.Match(tag, $"\\b{name}=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["value"].Value);

    [GeneratedRegex("<form(?<tag>[^>]*)>(?<body>.*?)</form>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FormPattern();

    [GeneratedRegex("<input(?<tag>[^>]*)>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InputPattern();

    [GeneratedRegex("<button(?<tag>[^>]*)>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ButtonPattern();

    [GeneratedRegex("id=\"oauth_verifier\">(?<digits>[^<]+)<", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex VerifierPattern();
}
