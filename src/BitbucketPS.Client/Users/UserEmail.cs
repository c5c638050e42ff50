namespace BitbucketPS;

/// <summary>An e-mail address of the signed-in account.</summary>
public sealed record UserEmail
{
    /// <summary>The address.</summary>
    public string Email { get; init => field = value ?? ""; } = "";

    /// <summary>True for the one that mail is sent to.</summary>
    public bool IsPrimary { get; init; }

    /// <summary>True if its owner has shown that it is theirs.</summary>
    public bool IsConfirmed { get; init; }

    /// <summary>The address.</summary>
    public override string ToString() => Email;
}
