namespace BitbucketPS.Sandbox;

/// <summary>The operations about the person who asks.</summary>
internal static class UserOperations
{
    public static IEnumerable<ApiOperation> All { get; } =
    [
        new("GET", "/2.0/user", RequiredScopes.ReadUser, GetAsync) { NeedsAccount = true },
    ];

    private static Task<ApiAnswer> GetAsync(ApiCall call)
        => Task.FromResult(ApiAnswer.Ok(AccountJson.Full(call.RequireCredential().Account, call.Links)));
}
