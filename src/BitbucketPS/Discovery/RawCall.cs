using BitbucketPS.Operations;

namespace BitbucketPS;

/// <summary>What a call of Invoke-BitbucketRequest in a script asks for.</summary>
/// <param name="Operation">The operation; null if it cannot be told.</param>
/// <param name="Reason">Why it cannot be told.</param>
internal sealed record RawCall(Operation? Operation, string Reason = "")
{
    /// <summary>Judges a call by its path and its method.</summary>
    public static RawCall Read(GivenParameters given)
    {
        string? path = given.Constant("Path");
        string? method = given.Has("Method") ? given.Constant("Method") : "GET";
        if (path is null || method is null)
        {
            return new(Operation: null, $"its {(path is null ? "path" : "method")} is found out when it runs");
        }

        string text = $"{(method.Equals("HEAD", StringComparison.OrdinalIgnoreCase) ? "GET" : method)} {(path.StartsWith('/') || path.Contains("://", StringComparison.Ordinal) ? path : $"/{path}")}";
        try
        {
            return new(OperationSearch.Find(text)[0]);
        }
        catch (BitbucketException e)
        {
            return new(Operation: null, e.Message.TrimEnd('.'));
        }
    }
}
