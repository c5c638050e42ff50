namespace BitbucketPS.Sandbox;

/// <summary>A request that was answered.</summary>
/// <param name="Method">Such as GET.</param>
/// <param name="Target">Path and query as they were sent, what signs in or proves something as <c>***</c>.</param>
/// <param name="Status">The status code of the answer; 0 if a fault kept the server from beginning one.</param>
public sealed record SandboxRequest(string Method, string Target, int Status);
