using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Refs;

/// <summary>The table that branches and tags share.</summary>
public sealed class RefTableTests : IDisposable
{
    private readonly ModuleRunspace _module = new();

    [Fact]
    public void Table_BranchesOfTickets_CanBeToldApart()
    {
        string[] names = ["feature/WEB-1234-show-address-of-the-customer", "feature/WEB-1234-show-address-of-the-supplier"];

        string table = _module.Render("$names | ForEach-Object { [BitbucketPS.Branch]@{ Repository = 'demo/website'; Name = $_ } }", ("names", names));

        Assert.All(names, name => Assert.Contains(name, table, StringComparison.Ordinal));
        Assert.All(table.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 100, line));
    }

    public void Dispose() => _module.Dispose();
}
