using System.Globalization;
using System.Management.Automation;
using System.Net;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Errors;

/// <summary>What an error says to do about it, where to do it again at once would be wrong.</summary>
public sealed class AdviceTests : IDisposable
{
    private readonly ModuleRunspace _module = new();
    private readonly FakeClock _clock = new();

    [Theory]
    [InlineData("New-BitbucketBranch -Repository website -Name x -Target main -Session $session")]
    [InlineData("Invoke-BitbucketRequest /2.0/x -Method POST -Session $session")]
    [InlineData("Invoke-BitbucketRequest /2.0/x -Method PUT -Session $session")]
    public void OutcomeUnknown_OfAChange_SaysToLookFirst(string script)
    {
        Connect(new((_, _, _) => throw new HttpRequestException(HttpRequestError.ResponseEnded)));

        ErrorRecord error = _module.Run(script).SingleError;

        Assert.StartsWith("ConnectionBroken,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.EndsWith("It may have been carried out all the same.", $"{error}", StringComparison.Ordinal);
        Assert.Equal("It may have been carried out all the same. Look whether it was before you run it again.", error.ErrorDetails.RecommendedAction);
        Assert.Equal(true, _module.Run("$Error[0].Exception.IsOutcomeUnknown").Clean()[0].BaseObject);
    }

    [Theory]
    [InlineData("Get-BitbucketBranch website -Session $session", HttpRequestError.ResponseEnded)]
    [InlineData("Invoke-BitbucketRequest /2.0/x -Method POST -Session $session", HttpRequestError.ConnectionError)]
    public void OutcomeUnknown_WhereNothingWasDone_IsNotSaid(string script, HttpRequestError failure)
    {
        Connect(new((_, _, _) => throw new HttpRequestException(failure)));

        ErrorRecord error = _module.Run(script).SingleError;

        Assert.DoesNotContain("carried out", $"{error} {error.ErrorDetails.RecommendedAction}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(600)]
    [InlineData(null)]
    public void RateLimited_NotWaitedOut_SaysWhenToComeBackAndWhereToLook(int? seconds)
    {
        Connect(new((_, _, _) => Task.FromResult(seconds is { } stated
            ? ScriptedServer.Later(HttpStatusCode.TooManyRequests, stated)
            : ScriptedServer.Json("{}", HttpStatusCode.TooManyRequests))));

        ErrorRecord error = _module.Run("Get-BitbucketBranch website -Session $session").SingleError;

        string when = seconds is { } wait
            ? $"Try again after {_clock.GetUtcNow().AddSeconds(wait).ToString("HH:mm:ss", CultureInfo.InvariantCulture)};"
            : "Wait some minutes and try again;";
        Assert.StartsWith("RateLimited,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith(when, error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains("Get-BitbucketRateLimit", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains("-MaximumRetryCount", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    public void Dispose() => _module.Dispose();

    private void Connect(ScriptedServer server) => server.Connect(_module, time: _clock);
}
