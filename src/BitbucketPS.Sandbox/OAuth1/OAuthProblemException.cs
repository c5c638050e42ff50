namespace BitbucketPS.Sandbox;

/// <summary>
/// A refusal in the words of the OAuth Problem Reporting extension, which clients of the time understand
/// (wiki.oauth.net/ProblemReporting).
/// </summary>
internal sealed class OAuthProblemException : Exception
{
    /// <summary>Names the problem.</summary>
    /// <param name="problem">Such as <c>timestamp_refused</c>.</param>
    /// <param name="detailName">Such as <c>oauth_acceptable_timestamps</c>, if the problem has a detail.</param>
    /// <param name="detail">The detail, not encoded.</param>
    public OAuthProblemException(string problem, string? detailName = null, string? detail = null)
        : base(detail is null ? problem : $"{problem}: {detail}")
    {
        Problem = problem;
        Form = "oauth_problem=" + PercentCoding.Encode(problem)
            + (detail is null ? "" : $"&{detailName}={PercentCoding.Encode(detail)}");
    }

    /// <summary>The word alone.</summary>
    public string Problem { get; }

    /// <summary>The body of the answer, form-encoded.</summary>
    public string Form { get; }

    public static OAuthProblemException Absent(params IEnumerable<string> names)
        => new("parameter_absent", "oauth_parameters_absent", string.Join('&', names));

    public static OAuthProblemException Rejected(params IEnumerable<string> names)
        => new("parameter_rejected", "oauth_parameters_rejected", string.Join('&', names));
}
