namespace BitbucketPS.Sandbox;

/// <summary>A request that was answered.</summary>
/// <param name="Method">Such as GET.</param>
/// <param name="Target">Path and query as they were sent, what signs in or proves something as <c>***</c>.</param>
/// <param name="Status">The status code of the answer; 0 if a fault kept the server from beginning one.</param>
public sealed record SandboxRequest(string Method, string Target, int Status)
{
    /// <summary>When its answer began, by the clock of the sandbox.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>The operation as the API description names it; null if there is none.</summary>
    public string? Operation { get; init; }

    /// <summary>Who asked, by their user name; null if nobody in particular did.</summary>
    public string? Account { get; init; }

    /// <summary>What was wrong with it, or went wrong on purpose; null for nothing.</summary>
    public string? Problem { get; init; }
}
