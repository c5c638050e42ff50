using System.Globalization;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Filters, sorts and pages a list, as the query of the request wants it.</summary>
internal static class ItemList
{
    /// <summary>The wrapper with the items of one page.</summary>
    /// <param name="items">All items in their natural order; only those looked at are made.</param>
    /// <param name="schema">The fields for <c>q</c> and <c>sort</c>.</param>
    /// <param name="call">The request.</param>
    /// <exception cref="ApiException">400 for a query that makes no sense.</exception>
    public static JsonObject ToPage(
        IReadOnlyList<Lazy<JsonObject>> items, FieldSchema schema, ApiCall call)
    {
        PageRequest page = PageRequest.Parse(call.Query, call.Options, call.Operation.Pages);
        if (call.Query["q"] is { } filter)
        {
            Predicate<JsonObject> test = QueryParser.Parse(filter, schema);
            items = [.. items.Where(item => test(item.Value))];
        }

        if (call.Query["sort"] is { } sort)
        {
            items = [.. items.OrderBy(item => item.Value, QueryOrder.Parse(sort, schema))];
        }

        return ToPage(items, page, call);
    }

    /// <summary>The same for items that are filtered and in order already.</summary>
    public static JsonObject ToPage(IReadOnlyList<Lazy<JsonObject>> items, PageRequest page, ApiCall call)
        => Wrap(call.Shrunken.Cut(call.Target.Path, items), page, call);

    private static JsonObject Wrap(IReadOnlyList<Lazy<JsonObject>> items, PageRequest page, ApiCall call)
    {
        IEnumerable<JsonObject> values = items.Skip(page.Skip).Take(page.Length).Select(item => item.Value);
        JsonObject wrapper = new()
        {
            // Not made to be taken out again.
            ["values"] = new JsonArray(call.Fields.Includes("values") ? [.. values] : []),
            ["pagelen"] = page.Length,
        };
        SandboxPagingStyle style = call.Options.PagingStyle;
        if (style is SandboxPagingStyle.Numbered or SandboxPagingStyle.WithoutPage)
        {
            wrapper["size"] = items.Count;
        }

        if (style is SandboxPagingStyle.Numbered or SandboxPagingStyle.WithoutSize)
        {
            wrapper["page"] = page.Page;
        }

        if (page.Skip + (long)page.Length < items.Count)
        {
            wrapper["next"] = Link(call, page.Page + 1);
        }

        if (page.Page > 1 && style is not (SandboxPagingStyle.NextOnly or SandboxPagingStyle.OpaqueNext))
        {
            wrapper["previous"] = Link(call, page.Page - 1);
        }

        return wrapper;
    }

    // Everything else of the query stays as the client sent it.
    private static string Link(ApiCall call, int page)
    {
        string name = call.Options.PagingStyle is SandboxPagingStyle.OpaqueNext
            ? PageToken.Write(page)
            : page.ToString(CultureInfo.InvariantCulture);
        string query = string.Join('&', [.. call.Query.RawPairsWithout("page"), $"page={name}"]);
        return $"{call.Links.Origin}{call.Target.Path}?{query}";
    }
}
