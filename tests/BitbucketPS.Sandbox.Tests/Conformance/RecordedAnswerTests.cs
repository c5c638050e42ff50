using System.Reflection;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>
/// The sandbox answers with the properties that the service answered with, apart from a list of reasons. The answers of the service lie
/// beside the checkout, where there are any; those of the sandbox are from the scenarios.
/// </summary>
public class RecordedAnswerTests
{
    public static TheoryData<string, string> Recorded => [.. ReadIndex()];

    [Theory]
    [MemberData(nameof(Recorded))]
    public async Task Properties_of_the_service_are_those_of_the_sandbox(string file, string operation)
    {
        Assert.SkipWhen(file.Length == 0, "The recorded answers are not beside the checkout.");
        JsonNode recorded = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, file), TestContext.Current.CancellationToken))!;
        HashSet<string> known = await AnsweredAsync(operation);

        string[] missing = [.. PropertyPaths.Of(recorded).Where(path => !known.Contains(path) && !RecordedReasons.Explain(file, path)).Order(StringComparer.Ordinal)];

        Assert.True(missing.Length == 0, $"{operation} lacks what {file} has: {string.Join(", ", missing)}");
    }

    private static string Folder
    {
        get
        {
            string root = typeof(RecordedAnswerTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
                .Single(attribute => attribute.Key is "RepositoryRoot").Value!;
            return Path.Combine(root, "..", "shared", "recorded");
        }
    }

    // Only what was recorded of an operation that still lives; hand-made files and webhooks are something else.
    private static IEnumerable<TheoryDataRow<string, string>> ReadIndex()
    {
        string index = Path.Combine(Folder, "index.tsv");
        if (!File.Exists(index))
        {
            yield return new("", "");
            yield break;
        }

        foreach (string[] row in File.ReadLines(index).Skip(1).Select(line => line.Split('\t')))
        {
            string name = row[1].Replace(" /", " /2.0/", StringComparison.Ordinal);
            if (row[3].StartsWith("recorded", StringComparison.Ordinal) && Find(name) is { } operation)
            {
                yield return new(row[0], operation.Name);
            }
        }
    }

    private static ApiOperation? Find(string name)
        => OperationTable.Instance.Operations.FirstOrDefault(operation => operation is { IsDescribed: true, IsGone: false }
            && string.Equals(operation.Name.Replace("*?}", "}", StringComparison.Ordinal).Replace("*}", "}", StringComparison.Ordinal), name, StringComparison.Ordinal));

    private static async Task<HashSet<string>> AnsweredAsync(string operation)
    {
        HashSet<string> paths = new(StringComparer.Ordinal);
        foreach (string scenario in ScenarioFile.Names)
        {
            ScenarioRunner run = await ConformanceRun.PlayAsync(scenario);
            foreach ((ApiOperation asked, JsonNode? body) in run.Answers.Where(answer => answer.Body is not null))
            {
                if (string.Equals(asked.Name, operation, StringComparison.Ordinal))
                {
                    paths.UnionWith(PropertyPaths.Of(body!));
                }
            }
        }

        return paths;
    }
}
