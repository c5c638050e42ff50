namespace BitbucketPS.Sandbox;

/// <summary>The filters and the order that the list of pipelines has instead of <c>q</c>.</summary>
internal static class PipelineFilter
{
    private static readonly string[] s_orders = ["creator.uuid", "created_on", "run_creation_date"];

    /// <summary>The pipelines that a request asks for, in its order.</summary>
    /// <exception cref="ApiException">400 for an order that there is not.</exception>
    public static IEnumerable<PipelineRun> Apply(ApiCall call, IEnumerable<PipelineRun> runs)
        => Order(call, runs.Where(run => Fits(call.Query, run)));

    private static bool Fits(QueryParameters query, PipelineRun run)
    {
        Pipeline pipeline = run.Pipeline;
        PipelineTarget target = pipeline.Target;
        return Fits(query["target.ref_name"], target.RefName)
            && FitsAnyCase(query["target.ref_type"], target.RefType)
            && Fits(query["target.branch"], target.RefType is "tag" ? null : target.RefName)
            && Fits(query["target.selector.pattern"], target.Selector.Pattern)
            && FitsSelector(query["target.selector.type"], target.Selector.Type)
            && FitsAnyCase(query["trigger_type"], pipeline.Trigger)
            && FitsAnyCase(query["status"], run.Status)
            && (query["creator.uuid"] is not { } creator || SameUuid(creator, pipeline.CreatorUuid))
            && (query["target.commit.hash"] is not { Length: > 0 } hash || target.CommitHash.StartsWith(hash, StringComparison.Ordinal))
            && FitsTime(query["created_on"], pipeline.CreatedOn);
    }

    private static bool Fits(string? wanted, string? value) => wanted is null || string.Equals(wanted, value, StringComparison.Ordinal);

    private static bool FitsAnyCase(string? wanted, string? value) => wanted is null || string.Equals(wanted, value, StringComparison.OrdinalIgnoreCase);

    // The query says BRANCH and PULLREQUESTS where the target says branches and pull-requests.
    private static bool FitsSelector(string? wanted, string type)
        => wanted is null || type.Replace("-", "", StringComparison.Ordinal).StartsWith(wanted, StringComparison.OrdinalIgnoreCase);

    private static bool SameUuid(string left, string right)
        => Guid.TryParse(left, out Guid leftId) && Guid.TryParse(right, out Guid rightId) && leftId == rightId;

    // The description does not say how it compares; only "since then" is of use to anybody.
    private static bool FitsTime(string? wanted, DateTimeOffset time)
        => wanted is null || (QueryValue.TryParseDate(wanted, out DateTimeOffset since) && time >= since);

    private static IEnumerable<PipelineRun> Order(ApiCall call, IEnumerable<PipelineRun> runs)
    {
        if (call.Query["sort"] is not { } sort)
        {
            return call.Options.Quirks.IsOn(SandboxQuirk.OldestPipelinesFirst) ? runs : runs.Reverse();
        }

        string field = sort.TrimStart('-');
        if (!s_orders.Contains(field, StringComparer.Ordinal))
        {
            throw PipelineErrors.BadRequest($"Pipelines can be sorted by {string.Join(", ", s_orders)}.");
        }

        IEnumerable<PipelineRun> ordered = field is "creator.uuid"
            ? runs.OrderBy(run => run.Pipeline.CreatorUuid, StringComparer.Ordinal)
            : runs.OrderBy(run => run.Pipeline.CreatedOn);
        return sort.StartsWith('-') ? ordered.Reverse() : ordered;
    }
}
