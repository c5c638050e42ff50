using System.Diagnostics;

namespace BitbucketPS.Operations;

/// <summary>
/// One operation of the Bitbucket Cloud API as data: what it is called, where it is, what it asks for.
/// The operations are the members of the classes beside this one, such as <see cref="RefOperations"/>;
/// <see cref="OperationCatalogue"/> has them all.
/// </summary>
[DebuggerDisplay("{Method.Method,nq} {PathTemplate,nq}")]
public sealed class Operation
{
    /// <summary>The page length that the service takes where nothing else is known.</summary>
    internal const int DefaultPageLimit = 100;

    private readonly OperationEnd _end;

    internal Operation(string name, HttpMethod method, string pathTemplate, OperationEnd end)
    {
        Name = name;
        Method = method;
        PathTemplate = pathTemplate;
        _end = end;
    }

    /// <summary>The name, such as <c>ListBranches</c>; no two operations share one.</summary>
    public string Name { get; }

    /// <summary>The HTTP method. It alone does not tell whether something is changed: some lists are asked for with POST.</summary>
    public HttpMethod Method { get; }

    /// <summary>
    /// The path below <c>/2.0</c>, with its placeholders in braces:
    /// <c>/repositories/{workspace}/{repo_slug}/refs/branches</c>.
    /// </summary>
    public string PathTemplate { get; }

    /// <summary>The names of the placeholders of <see cref="PathTemplate"/>, in their order.</summary>
    public IReadOnlyList<string> Placeholders => Pattern.Placeholders;

    /// <summary>
    /// The scopes that OAuth consumers and access tokens need, all of them, such as <c>repository</c>. Some scopes
    /// imply others (<c>repository:write</c> has <c>repository</c> in it); those are not listed.
    /// Empty where the API description names none.
    /// </summary>
    public IReadOnlyList<string> Scopes { get; internal init; } = [];

    /// <summary>
    /// The scopes that API tokens need, all of them, such as <c>read:repository:bitbucket</c>. None of these implies another.
    /// Empty where the API description names none; many such operations do not take API tokens at all.
    /// </summary>
    public IReadOnlyList<string> GranularScopes { get; internal init; } = [];

    /// <summary>The query names the API description lists, without the general <c>fields</c>, <c>page</c> and <c>pagelen</c> where it does not.</summary>
    public IReadOnlyList<string> Query { get; internal init; } = [];

    /// <summary>Those of <see cref="Query"/> without which the request is refused.</summary>
    public IReadOnlyList<string> RequiredQuery { get; internal init; } = [];

    /// <summary>How the pages of the answer are reached, if it has pages.</summary>
    public OperationPaging Paging { get; internal init; }

    /// <summary>Whether the answer comes in pages.</summary>
    public bool IsPaged => Paging != OperationPaging.None;

    /// <summary>
    /// The number of items to ask for per page, at most; more is refused with a 400, not cut. Zero where there are no pages.
    /// The service may send fewer on any page: a short page is not the last one.
    /// </summary>
    public int PageLimit { get; internal init; }

    /// <summary>Whether the service still serves the operation.</summary>
    public OperationStatus Status => _end.Status;

    /// <summary>The day from which a removed operation was refused; null where it is not removed or the day is not known.</summary>
    public DateOnly? RemovedOn => _end.RemovedOn;

    /// <summary>What to ask instead of a deprecated or removed operation, as text for a person; null where there is nothing.</summary>
    public string? ReplacedBy => _end.ReplacedBy;

    internal PathPattern Pattern => field ??= PathPattern.Parse(PathTemplate);

    /// <summary>
    /// Fills the placeholders of <see cref="PathTemplate"/>. Each value is taken as it is and percent-escaped once, as UTF-8, except
    /// for the unreserved characters of RFC 3986, so that a slash in the name of a branch becomes <c>%2F</c>. Only <c>{path}</c>,
    /// the path of a file, keeps its slashes and may be empty, for a root directory.
    /// </summary>
    /// <param name="values">The values, one for each of <see cref="Placeholders"/>, in that order.</param>
    /// <returns>The path below <c>/2.0</c>, with a leading slash.</returns>
    /// <exception cref="ArgumentException">
    /// A value is missing, null, empty or not valid Unicode; there are too many; or a segment would be <c>.</c> or <c>..</c>, or
    /// empty within a file's path, which every HTTP client collapses, so that the request would go to another resource.
    /// </exception>
    public string Expand(params ReadOnlySpan<string> values) => Pattern.Expand(values);

    /// <summary>The method and the template, for messages.</summary>
    /// <returns>Text such as <c>GET /user</c>.</returns>
    public override string ToString() => $"{Method.Method} {PathTemplate}";
}
