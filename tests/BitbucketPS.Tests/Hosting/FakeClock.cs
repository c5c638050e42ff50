using Microsoft.Extensions.Time.Testing;

namespace BitbucketPS.Tests.Hosting;

/// <summary>The sandbox's clock; it begins at the present, so that this process and the sandbox agree until it is moved.</summary>
internal sealed class FakeClock() : FakeTimeProvider(System.GetUtcNow());
