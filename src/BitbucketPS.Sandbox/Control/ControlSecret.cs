namespace BitbucketPS.Sandbox;

/// <summary>What a request to the control API has to know. No page of a browser can: it would have to send a header of its own.</summary>
internal sealed class ControlSecret
{
    /// <summary>The header it is sent in.</summary>
    public const string Header = "X-Sandbox-Secret";

    /// <summary>Another one on every start.</summary>
    public string Value { get; } = TokenStore.RandomText(24);

    /// <summary>Whether a request knows it, and no page of a browser sends it.</summary>
    public bool Admits(HttpRequest request)
        => request.Headers.Origin.Count == 0
            && request.Headers[Header] is [{ } sent]
            && SecretText.AreEqual(Value, sent);
}
