using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Sandboxes;

/// <summary>Tests that look for sandboxes share a variable of the process, and stop what the process started.</summary>
[CollectionDefinition(OwnRegistry.Collection)]
public sealed class SandboxTests;
