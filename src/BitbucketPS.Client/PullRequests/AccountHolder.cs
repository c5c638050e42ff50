namespace BitbucketPS;

/// <summary>Something of which only the account is of interest: a default reviewer.</summary>
internal sealed record AccountHolder
{
    public Account? User { get; init; }
}
