using System.Text;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>What steps keep for later ones, such as packages. Steps make caches; people look at them and delete them.</summary>
internal static class CacheCollection
{
    public static ItemCollection Items { get; } = new()
    {
        Path = "~/pipelines-config/caches",
        IdName = "cache_uuid",
        Shape = "pipeline_cache",
        Noun = "Cache",
        Store = "caches",
        Actions = ItemActions.List | ItemActions.Delete,
        Writing = AccessLevel.Write,
        Error = PipelineErrors.Of,
    };

    public static void AddTo(HandlerTable handlers)
    {
        ItemOperations.Add(handlers, Items);
        handlers.Add("DELETE ~/pipelines-config/caches", DeleteByName);
        handlers.Add("GET ~/pipelines-config/caches/{cache_uuid}/content-uri", GetContentUri);
    }

    /// <summary>The bytes of a cache.</summary>
    public static byte[] Content(Item cache) => Encoding.UTF8.GetBytes($"The sandbox keeps nothing in the cache {cache.Text("name")}.\n");

    /// <summary>A cache that a step has made.</summary>
    public static Item Make(Pipeline pipeline, PipelineStep step, string name, string path)
    {
        JsonObject content = new()
        {
            ["pipeline_uuid"] = pipeline.Uuid,
            ["step_uuid"] = step.Uuid,
            ["name"] = name,
            ["key_hash"] = null,
            ["path"] = path,
            ["created_on"] = PipelineTime.Write(pipeline.CreatedOn.AddSeconds(step.End ?? 0)),
        };
        Item cache = new(StableId.Uuid("cache", step.Uuid + name), content, pipeline.CreatedOn, pipeline.CreatedOn);
        content["file_size_bytes"] = Content(cache).Length;
        return cache;
    }

    private static ApiAnswer DeleteByName(ApiCall call)
    {
        ItemOwner owner = ItemOwner.OfRepository(call, AccessLevel.Write);
        Item[] found = [.. Items.Of(call.Data, owner).Where(item => string.Equals(item.Text("name"), call.Query["name"], StringComparison.Ordinal))];
        foreach (Item item in found)
        {
            call.Data.Remove<Item>(item.Id, Items.KeyOf(owner));
        }

        return found.Length > 0 ? ApiAnswer.NoContent : throw PipelineErrors.NotFound($"Cache {call.Query["name"]}");
    }

    private static ApiAnswer GetContentUri(ApiCall call)
    {
        ItemOwner owner = ItemOwner.OfRepository(call, AccessLevel.Read);
        Item cache = ItemOperations.Require(Items, call, owner);
        return ApiAnswer.Ok(new JsonObject { ["type"] = "pipeline_cache_content_uri", ["uri"] = MediaLink.ToCache(call, owner.Repository!, cache) });
    }
}
