namespace BitbucketPS.Sandbox;

/// <summary>Something that belongs to this sandbox and not to what it holds, such as a secret: it is not exported, and an import leaves it.</summary>
internal interface ILocalEntity : IEntity;
