using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace BitbucketPS.Sandbox;

/// <summary>The limits of requests of git, which are not those of the API.</summary>
internal static class GitLimits
{
    /// <summary>The size and pace that are right for JSON are wrong for a push: git may think for long before it sends on.</summary>
    public static void Lift(IFeatureCollection features)
    {
        features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = GitRequestBody.Largest;
        features.GetRequiredFeature<IHttpMinRequestBodyDataRateFeature>().MinDataRate = null;
        features.GetRequiredFeature<IHttpMinResponseDataRateFeature>().MinDataRate = null;
    }
}
