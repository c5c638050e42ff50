namespace BitbucketPS.Sandbox;

/// <summary>A refresh token, without its text.</summary>
/// <param name="Grant">What it follows from.</param>
internal sealed record OAuth2RefreshToken(OAuth2Grant Grant)
{
    /// <summary>Three months off, and nearer after the first use.</summary>
    public required DateTimeOffset ExpiresOn { get; set; }

    public bool IsUsed { get; set; }
}
