namespace BitbucketPS.Sandbox;

/// <summary>What can be done with a collection.</summary>
[Flags]
internal enum ItemActions
{
    None = 0,
    List = 1,
    Create = 2,
    Get = 4,
    Update = 8,
    Delete = 16,
    All = List | Create | Get | Update | Delete,
}
