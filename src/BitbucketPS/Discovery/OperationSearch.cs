using BitbucketPS.Cmdlets;
using BitbucketPS.Operations;

namespace BitbucketPS;

/// <summary>Finds operations by what a person knows of them: their name, their path in the documentation, or a path that was asked for.</summary>
internal static class OperationSearch
{
    private static readonly string[] s_methods = ["GET", "POST", "PUT", "DELETE"];

    /// <summary>The operations that are meant.</summary>
    /// <param name="text"><c>ListBranches</c>, <c>List*</c>, <c>GET /user</c>, <c>/repositories/acme/website</c>, or an address of the API.</param>
    /// <exception cref="BitbucketException">There are none, or the one is gone.</exception>
    public static IReadOnlyList<Operation> Find(string text)
    {
        IReadOnlyList<Operation> found = text.Contains('/', StringComparison.Ordinal) ? ByPath(text.Trim()) : ByName(text.Trim());
        if (found.Count == 0)
        {
            throw new BitbucketException(BitbucketErrorKind.NotFound, $"No operation is '{text}'.")
            {
                RecommendedAction = "Give its name, as in ListBranches or *Branch*, or its method and path, as in 'GET /repositories/{workspace}/{repo_slug}'.",
            };
        }

        return found.Any(IsServed) ? [.. found.Where(IsServed)] : throw NotServed(found[0]);
    }

    /// <summary>True if a session of this module can ask for an operation.</summary>
    public static bool IsServed(Operation operation) => operation.Status is OperationStatus.Live or OperationStatus.Deprecated;

    private static IReadOnlyList<Operation> ByName(string text)
    {
        NamePattern name = new(text);
        return [.. OperationCatalogue.All.Where(operation => name.IsMatch(operation.Name))];
    }

    private static IReadOnlyList<Operation> ByPath(string text)
    {
        string[] words = text.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        (string[] methods, string path) = words is [string method, string rest] && !method.Contains('/', StringComparison.Ordinal)
            ? ([method.ToUpperInvariant()], rest)
            : (s_methods, text);
        string plain = WithoutServer(path);
        return plain.Contains('*', StringComparison.Ordinal) ? ByPattern(methods, new(plain)) : [.. Exactly(methods, plain)];
    }

    private static IReadOnlyList<Operation> ByPattern(string[] methods, NamePattern path)
        => [.. OperationCatalogue.All.Where(operation => methods.Contains(operation.Method.Method, StringComparer.Ordinal) && path.IsMatch(operation.PathTemplate))];

    // The template first: that of one thing may read like a path of another.
    private static IEnumerable<Operation> Exactly(string[] methods, string path)
    {
        Operation[] templates = [.. OperationCatalogue.All.Where(operation
            => methods.Contains(operation.Method.Method, StringComparer.Ordinal) && operation.PathTemplate.Equals(path, StringComparison.OrdinalIgnoreCase))];
        return templates.Length > 0
            ? templates
            : methods.Select(method => OperationCatalogue.Find(new(method), path)).OfType<Operation>();
    }

    private static string WithoutServer(string path)
    {
        string plain = path.Split('?')[0];
        return Uri.TryCreate(plain, UriKind.Absolute, out Uri? address) && address.Scheme is "https" or "http" ? address.AbsolutePath : plain;
    }

    private static BitbucketException NotServed(Operation operation)
        => operation.Status is OperationStatus.ConnectAppOnly
            ? new(BitbucketErrorKind.Forbidden, $"{operation} ({operation.Name}) is served to installed Connect apps only.")
            {
                RecommendedAction = "No session of this module can ask for it.",
            }
            : new(BitbucketErrorKind.Gone, $"{operation} ({operation.Name}) is gone{(operation.RemovedOn is { } day ? FormattableString.Invariant($" since {day:yyyy-MM-dd}") : "")}.")
            {
                RecommendedAction = operation.ReplacedBy ?? "There is nothing instead of it.",
            };
}
