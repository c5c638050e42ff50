using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>What the lists of Pipelines do differently.</summary>
internal static class PipelinePages
{
    private const string Next = "next";

    /// <summary>One page of pipelines, which are in order already.</summary>
    public static JsonObject OfPipelines(ApiCall call, IReadOnlyList<Lazy<JsonObject>> items)
        => DropNext(call, ItemList.ToPage(items, Request(call), call));

    /// <summary>One page of steps.</summary>
    public static JsonObject OfSteps(ApiCall call, IReadOnlyList<Lazy<JsonObject>> items)
    {
        PageRequest page = Request(call);
        bool isUsual = call.Options.Quirks.IsOn(SandboxQuirk.StepPagesIgnoreLength);
        return DropNext(call, ItemList.ToPage(items, isUsual ? page with { Length = call.Operation.Pages.Default } : page, call));
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

    private static PageRequest Request(ApiCall call) => PageRequest.Parse(call.Query, call.Options, call.Operation.Pages);

    private static JsonObject DropNext(ApiCall call, JsonObject page)
    {
        if (call.Options.Quirks.IsOn(SandboxQuirk.PipelinePagesWithoutNext))
        {
            page.Remove(Next);
        }

        return page;
    }
}
