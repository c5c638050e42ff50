using System.Globalization;
using System.Reflection;
using BitbucketPS.Operations;

namespace BitbucketPS.Client.Tests.Operations;

/// <summary>An operation as the reference table beside the checkout has it.</summary>
internal sealed record ReferenceOperation(
    string Status,
    string Address,
    string Scopes,
    string GranularScopes,
    bool IsPaged,
    string Query)
{
    private static readonly string s_file = Path.GetFullPath(Path.Combine(RepositoryRoot, "..", "shared", "reference", "operations.tsv"));

    private static string RepositoryRoot => typeof(ReferenceOperation).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => string.Equals(attribute.Key, "RepositoryRoot", StringComparison.Ordinal))
        .Value!;

    /// <summary>Reads the table, or skips the test where there is none.</summary>
    public static IReadOnlyDictionary<string, ReferenceOperation> ReadAll()
    {
        if (!File.Exists(s_file))
        {
            Assert.Skip($"The reference table is not beside the checkout: {s_file}");
        }

        string[][] rows = [.. File.ReadLines(s_file).Where(line => line.Length > 0).Select(line => line.Split('\t'))];
        string[] columns = rows[0];

        return rows.Skip(1).Select(row => Parse(columns, row)).ToDictionary(operation => operation.Address, StringComparer.Ordinal);
    }

    /// <summary>The operation of the catalogue in the words of the table.</summary>
    public static ReferenceOperation Of(Operation operation) => new(
        operation.Status switch
        {
            OperationStatus.Live => "live",
            OperationStatus.Deprecated => "deprecated",
            OperationStatus.Removed when operation.RemovedOn is DateOnly day => string.Create(CultureInfo.InvariantCulture, $"removed {day:yyyy-MM-dd}"),
            OperationStatus.Removed => "removed",
            _ => "connect app only",
        },
        operation.ToString(),
        Sorted(operation.Scopes),
        Sorted(operation.GranularScopes),
        operation.IsPaged,
        Sorted(operation.Query.Select(name => operation.RequiredQuery.Contains(name, StringComparer.Ordinal) ? $"{name}!" : name)));

    private static ReferenceOperation Parse(string[] columns, string[] row)
    {
        string Cell(string column) => row[Array.IndexOf(columns, column)];

        return new(
            Cell("status"),
            $"{Cell("method")} {Cell("path")}",
            Sorted(Cell("oauth2_scopes").Split(' ')),
            Sorted(Cell("api_token_scopes").Split(' ')),
            string.Equals(Cell("paginated"), "yes", StringComparison.Ordinal),
            Sorted(Cell("query").Split(' ')));
    }

    private static string Sorted(IEnumerable<string> words) => string.Join(' ', words.Order(StringComparer.Ordinal));
}
