using System.Management.Automation;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Conventions;

/// <summary>What Get-Command -Syntax shows of the commands reads alike everywhere.</summary>
public sealed class SyntaxTests : IDisposable
{
    private readonly ModuleRunspace _module = new();

    [Fact]
    public void Commands_ParameterSets_AreThreeAtMost()
        => Assert.All(
            Commands().Where(command => command.Name is not "Connect-Bitbucket"),
            command => Assert.True(command.ParameterSets.Count <= 3, $"{command.Name} has {command.ParameterSets.Count}"));

    [Fact]
    public void Commands_Positions_AreTakenOnce()
        => Assert.All(Commands().SelectMany(command => command.ParameterSets.Select(set => (command.Name, Set: set))), item =>
        {
            int[] positions = [.. item.Set.Parameters.Select(parameter => parameter.Position).Where(position => position >= 0).Order()];
            Assert.True(positions.Distinct().Count() == positions.Length, $"{item.Name} {item.Set.Name}: {string.Join(' ', positions)}");
        });

    [Fact]
    public void Commands_RepositoryParameter_IsOneThingEverywhere()
        => Assert.All(Parameters("Repository").Where(parameter => parameter.Command is not "Connect-Bitbucket"), parameter => Assert.Equal("RepositoryIdentity", parameter.Type));

    [Theory]
    [InlineData("Id", "Int64")]
    [InlineData("PullRequestId", "Int64")]
    [InlineData("Commit", "String")]
    [InlineData("Filter", "String")]
    [InlineData("Sort", "String")]
    [InlineData("Message", "String")]
    [InlineData("Description", "String")]
    [InlineData("Content", "String")]
    [InlineData("Title", "String")]
    [InlineData("Workspace", "String")]
    [InlineData("Session", "BitbucketSession")]
    public void Commands_ParameterOfOneName_IsOfOneType(string name, string type)
        => Assert.All(Parameters(name), parameter => Assert.True(string.Equals(type, parameter.Type, StringComparison.Ordinal), $"{parameter.Command} -{name} is {parameter.Type}"));

    [Fact]
    public void Commands_InputObject_IsTheObjectOfTheNoun()
        => Assert.All(
            Parameters("InputObject").Where(parameter => !parameter.Command.EndsWith("-Bitbucket", StringComparison.Ordinal)),
            parameter => Assert.Contains(parameter.Type, parameter.Command, StringComparison.Ordinal));

    public void Dispose() => _module.Dispose();

    private IEnumerable<CommandInfo> Commands()
        => _module.Run("Get-Command -Module BitbucketPS").Clean().Select(item => (CommandInfo)item.BaseObject);

    private IEnumerable<(string Command, string Type)> Parameters(string name)
        => Commands()
            .Where(command => command.Parameters.ContainsKey(name))
            .Select(command => (command.Name, command.Parameters[name].ParameterType.Name));
}
