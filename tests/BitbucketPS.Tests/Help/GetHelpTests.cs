using System.Management.Automation;

namespace BitbucketPS.Tests.Help;

/// <summary>What Get-Help has to say of each cmdlet.</summary>
public sealed class GetHelpTests(HelpRunspace runspace) : IClassFixture<HelpRunspace>
{
    [Fact]
    public void TheModuleExportsCommands() => Assert.NotEmpty(runspace.Commands);

    // Without help Get-Help makes the synopsis of the syntax.
    [Fact]
    public void EveryCommandHasASynopsisThatIsNotItsSyntax() => AssertAll(help =>
        help.Value("Synopsis") is { Length: > 0 } synopsis
        && !synopsis.Contains("CommonParameters", StringComparison.Ordinal));

    [Fact]
    public void EveryCommandHasADescription() => AssertAll(help => help.Text("description").Length > 0);

    [Fact]
    public void EveryCommandHasExamplesWithTitleAndCode() => AssertAll(help =>
        help.At("examples", "example").Any()
        && help.At("examples", "example").All(example => example.Value("title").Length > 0 && example.Value("code").Length > 0));

    [Fact]
    public void EveryCommandSaysWhatGoesInAndOut() => AssertAll(help =>
        help.At("inputTypes", "inputType", "type", "name").Any()
        && help.At("returnValues", "returnValue", "type", "name").Any());

    [Fact]
    public void EveryParameterIsDescribed()
    {
        IEnumerable<string> silent = runspace.Commands.SelectMany(command => OwnParameters(command)
            .Except(Described(runspace.GetHelp(command.Name)), StringComparer.Ordinal)
            .Select(parameter => $"{command.Name} -{parameter}"));
        Assert.Empty(silent);
    }

    [Fact]
    public void EveryParameterSetHasItsSyntax()
    {
        IEnumerable<string> wrong = runspace.Commands
            .Where(command => runspace.GetHelp(command.Name).At("syntax", "syntaxItem").Count() != command.ParameterSets.Count)
            .Select(command => command.Name);
        Assert.Empty(wrong);
    }

    [Fact]
    public void ParametersTellTheirFacts()
    {
        PSObject name = Parameter("Get-BitbucketBranch", "Name");
        Assert.Equal("*", name.Value("defaultValue"));
        Assert.Equal("1", name.Value("position"));
        Assert.Equal("true", name.Value("globbing"));
        Assert.Equal("String", Assert.Single(name.At("type")).Value("name"));
        Assert.Equal("true (ByValue, ByPropertyName)", Parameter("Get-BitbucketBranch", "Repository").Value("pipelineInput"));
        Assert.Contains("GET, POST", Parameter("Invoke-BitbucketRequest", "Method").Text("description"), StringComparison.Ordinal);
    }

    // Remove-BitbucketBranch overrides the property, and its comment is <inheritdoc />.
    [Fact]
    public void AnInheritedCommentIsThatOfTheBaseClass() => Assert.Equal(
        Parameter("New-BitbucketBranch", "Repository").Text("description"),
        Parameter("Remove-BitbucketBranch", "Repository").Text("description"));

    [Fact]
    public void LinesOfAnExampleAreNotSetIn()
    {
        PSObject example = runspace.GetHelp("Connect-Bitbucket").At("examples", "example").First();
        Assert.Equal("Connect-Bitbucket -Sandbox\nGet-BitbucketBranch demo/api", example.Value("code"));
    }

    private static IEnumerable<string> OwnParameters(CmdletInfo command)
        => command.Parameters.Keys.Except(Cmdlet.CommonParameters, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Described(PSObject help) => help.At("parameters", "parameter")
        .Where(parameter => parameter.Text("description").Length > 0)
        .Select(parameter => parameter.Value("name"));

    private PSObject Parameter(string command, string name) => runspace.GetHelp(command)
        .At("parameters", "parameter")
        .Single(parameter => name.Equals(parameter.Value("name"), StringComparison.Ordinal));

    private void AssertAll(Func<PSObject, bool> holds)
        => Assert.All(runspace.Commands, command => Assert.True(holds(runspace.GetHelp(command.Name)), command.Name));
}
