using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;

namespace BitbucketPS.Sandbox.Tests;

public class ApiCallTests
{
    [Theory]
    [InlineData("POST", false)]
    [InlineData("PUT", false)]
    [InlineData("DELETE", false)]
    [InlineData("GET", true)]
    public void Client_that_goes_cuts_off_reading_and_no_change(string method, bool isCutOff)
    {
        DefaultHttpContext http = new() { RequestAborted = new(canceled: true) };
        World world = new(new(ImmutableDictionary<EntityKey, EntitySet>.Empty, canChange: false), new("nowhere"));

        ApiCall call = new(http, world, new("/2.0/x", ""), ImmutableDictionary<string, string>.Empty)
        {
            Operation = new(method, "/2.0/x", RequiredScopes.None),
            Options = new(),
            Shrunken = new(),
        };

        Assert.Equal(isCutOff, call.CancellationToken.IsCancellationRequested);
    }
}
