namespace BitbucketPS.Tests.Browser;

/// <summary>The tests that share one Chromium; one after the other, so that pages load as fast as for a person.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<Chromium>
{
    internal const string Name = "Browser";
}
