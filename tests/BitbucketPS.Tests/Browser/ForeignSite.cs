using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BitbucketPS.Tests.Browser;

/// <summary>A site of somebody else's, on a port of its own, with one empty page for scripts of theirs.</summary>
internal sealed class ForeignSite : IAsyncDisposable
{
    private readonly WebApplication _site;

    private ForeignSite(WebApplication site)
    {
        _site = site;
    }

    public Uri Address => new(_site.Urls.Single());

    public static async Task<ForeignSite> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication site = builder.Build();
        site.Run(http =>
        {
            http.Response.ContentType = "text/html";
            return http.Response.WriteAsync("<!doctype html><title>Foreign</title>", http.RequestAborted);
        });
        await site.StartAsync(TestContext.Current.CancellationToken);
        return new(site);
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();
}
