using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>What the lists of Pipelines do differently.</summary>
internal static class PipelinePages
{
    private const string Next = "next";

    /// <summary>Takes the address of the next page away.</summary>
    public static JsonObject DropNext(ApiCall call, JsonObject page)
    {
        if (call.Options.Quirks.IsOn(SandboxQuirk.PipelinePagesWithoutNext))
        {
            page.Remove(Next);
        }

        return page;
    }

    /// <summary>Says that there is a next page after the last one.</summary>
    public static void KeepNext(ApiCall call, JsonObject page)
    {
        if (page[Next] is null && call.Options.Quirks.IsOn(SandboxQuirk.VariablePagesNeverEnd))
        {
            int number = (page.Integer("page") ?? 1) + 1;
            string query = string.Join('&', [.. call.Query.RawPairsWithout("page"), FormattableString.Invariant($"page={number}")]);
            page[Next] = $"{call.Links.Origin}{call.Target.Path}?{query}";
        }
    }
}
