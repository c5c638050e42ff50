namespace BitbucketPS.Sandbox;

/// <summary>The operations about the person who asks.</summary>
internal static class UserOperations
{
    public static void AddTo(HandlerTable handlers) => handlers.Add("GET /user", Get);

    private static ApiAnswer Get(ApiCall call) => ApiAnswer.Ok(AccountJson.Full(call.RequireAccount(), call.Links));
}
