using System.Globalization;
using System.Net;

namespace BitbucketPS.Http;

/// <summary>One attempt of a request, without anything secret: no header, no query, no body.</summary>
internal sealed record RequestAttempt(string Method, string Path, HttpStatusCode? Status, TimeSpan Elapsed)
{
    /// <summary>The line that -Verbose shows.</summary>
    public override string ToString()
    {
        string outcome = Status is { } status ? ((int)status).ToString(CultureInfo.InvariantCulture) : "no answer";
        return string.Create(CultureInfo.InvariantCulture, $"{Method} {Path} -> {outcome}, {Elapsed.TotalMilliseconds:0} ms");
    }
}
