namespace BitbucketPS.Sandbox;

/// <summary>An operation of the API as data.</summary>
/// <param name="Method">In capitals.</param>
/// <param name="Template">
/// Its path, as in the API description; a last <c>{name*}</c> takes the rest, slashes included, and <c>{name*?}</c> an empty rest too.
/// </param>
/// <param name="Scopes">What a token needs.</param>
internal sealed record ApiOperation(string Method, string Template, RequiredScopes Scopes)
{
    /// <summary>The parameters it has in the query, apart from <c>fields</c>.</summary>
    public IReadOnlyList<QueryRule> Query { get; init; } = [];

    /// <summary>What body it takes.</summary>
    public BodyRule Body { get; init; } = BodyRule.None;

    /// <summary>How long its pages are, if it answers a list.</summary>
    public PageLimits Pages { get; init; } = PageLimits.Usual;

    /// <summary>Status and shape of its answers, as in the table; empty where no table has it.</summary>
    public IReadOnlyList<OperationAnswer> Answers { get; init; } = [];

    /// <summary>Whether it answers only to somebody, whatever the resource.</summary>
    public bool NeedsAccount { get; init; }

    /// <summary>Whether it was taken out of the API, and answers 410.</summary>
    public bool IsGone { get; init; }

    /// <summary>Whether it stands in the table, as all that the API description has.</summary>
    public bool IsDescribed { get; init; }

    /// <summary>Answers it.</summary>
    public Func<ApiCall, Task<ApiAnswer>>? Handler { get; init; }

    /// <summary>Method and path as the tables name it.</summary>
    public string Name => $"{Method} {Template}";

    /// <summary>Whether it changes anything: POST reads the lists of commits too.</summary>
    public bool Changes => Method is not "GET" && !Template.Contains("/commits", StringComparison.Ordinal);

    /// <summary>Whether it has <c>fields</c>, as all of API 2.0 have.</summary>
    public bool HasFields => Template.StartsWith("/2.0/", StringComparison.Ordinal);
}
