using System.Reflection;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>The sandbox's own tables hold what the API description holds, which lies beside the checkout where there is one.</summary>
public class TableTests
{
    [Fact]
    public void Operations_are_those_of_the_description()
    {
        string[][] rows = [.. File.ReadLines(Reference("operations.tsv")).Skip(1).Select(line => line.Split('\t'))];
        Dictionary<string, ApiOperation> operations = OperationTable.Instance.Operations
            .Where(operation => operation.IsDescribed)
            .ToDictionary(operation => Plain(operation.Name), StringComparer.Ordinal);

        foreach (string[] row in rows.Where(row => !row[0].StartsWith("connect", StringComparison.Ordinal)))
        {
            ApiOperation operation = Assert.Contains($"{row[2]} /2.0{row[3]}", operations);
            Assert.Equal(row[0] is not "live", operation.IsGone);
            if (!operation.IsGone)
            {
                Assert.Equal(Words(row[4]), operation.Scopes.Classic);
                Assert.Equal(Words(row[5]), operation.Scopes.Granular);
                Assert.Empty(Words(row[8]).Select(name => name.TrimEnd('!')).Except(operation.Query.Select(rule => rule.Name)).Except(Deprecated));
            }
        }

        Assert.Equal(276, OperationTable.Instance.Operations.Count(operation => operation.IsDescribed && !operation.IsGone));
    }

    [Fact]
    public void Shapes_are_those_of_the_description()
    {
        OpenApiShapes description = OpenApiShapes.Read(Reference("cloud-api.openapi.json"));

        Assert.Empty(description.Differences(ShapeTable.Instance));
    }

    // The description has them, and says that they are on their way out: "merge" of diffs, "parents" of files.
    private static string[] Deprecated { get; } = ["merge", "parents"];

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Plain(string name) => name.Replace("*?}", "}", StringComparison.Ordinal).Replace("*}", "}", StringComparison.Ordinal);

    private static string Reference(string file)
    {
        string root = typeof(TableTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key is "RepositoryRoot").Value!;
        string path = Path.Combine(root, "..", "shared", "reference", file);
        Assert.SkipUnless(File.Exists(path), $"The reference {file} is not beside the checkout.");
        return path;
    }
}
