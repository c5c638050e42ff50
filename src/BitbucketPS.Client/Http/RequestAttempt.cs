using System.Globalization;
using System.Net;

namespace BitbucketPS.Http;

/// <summary>One attempt of a request, without anything secret: no body, and of query and headers only what is known to be harmless.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The path, and those parts of the query that tell one page from another.</param>
/// <param name="Status">The answer's status; null where none came.</param>
/// <param name="Elapsed">How long it took until the answer's headers came, or until it failed.</param>
internal sealed record RequestAttempt(string Method, string Path, HttpStatusCode? Status, TimeSpan Elapsed)
{
    /// <summary>Which attempt it is, from 1.</summary>
    public int Number { get; init; } = 1;

    /// <summary>What is left of the rate limit of its group; null where it goes to another server.</summary>
    public RateLimit? Budget { get; init; }

    /// <summary>The headers of request and answer that may be shown, one line each; empty unless the observer wants them.</summary>
    public IReadOnlyList<string> Headers { get; init; } = [];

    /// <summary>The line that -Verbose shows.</summary>
    public override string ToString()
    {
        string outcome = Status is { } status ? ((int)status).ToString(CultureInfo.InvariantCulture) : "no answer";
        string budget = Budget is null ? "" : string.Create(CultureInfo.InvariantCulture, $", {Budget.Remaining} of {Budget.Limit} left");
        return string.Create(CultureInfo.InvariantCulture, $"{Method} {Path} -> {outcome}, {Elapsed.TotalMilliseconds:0} ms, attempt {Number}{budget}");
    }
}
