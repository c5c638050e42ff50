using System.Globalization;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The operations that compare commits.</summary>
internal static class DiffOperations
{
    // Without a charset: the bytes are those of the files, whatever their encoding.
    private const string TextType = "text/plain";

    private static readonly FieldSchema s_schema = FieldSchema.Of("diffstat");

    public static void AddTo(HandlerTable handlers)
    {
        handlers.Add("GET ~/diff/{spec*}", DiffAsync);
        handlers.Add("GET ~/diffstat/{spec*}", DiffStatAsync);
        handlers.Add("GET ~/patch/{spec*}", PatchAsync);
    }

    private static async Task<ApiAnswer> DiffAsync(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository();
        DiffSpec spec = await DiffSpec.ReadAsync(call, repository, isTopic: true);
        GitDiffOptions options = ReadOptions(call) with
        {
            Context = call.Query["context"] is { } context ? ReadContext(context) : null,
            Binary = call.Query.IsTrue("binary", otherwise: true),
        };
        return ApiAnswer.Bytes(await repository.Git.DiffAsync(spec.From, spec.To, options, call.CancellationToken), TextType);
    }

    private static async Task<ApiAnswer> DiffStatAsync(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository();
        DiffSpec spec = await DiffSpec.ReadAsync(call, repository, isTopic: true);
        IReadOnlyList<GitDiffStat> files = await repository.Git.DiffStatAsync(spec.From, spec.To, ReadOptions(call), call.CancellationToken);
        return ApiAnswer.Ok(ItemList.ToPage(
            [.. files.Select(file => new Lazy<JsonObject>(() => DiffStatJson.Full(file, spec, repository, call.Links)))], s_schema, call));
    }

    private static async Task<ApiAnswer> PatchAsync(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository();
        DiffSpec spec = await DiffSpec.ReadAsync(call, repository, isTopic: true);
        byte[] patch = spec.IsSingle
            ? await repository.Git.PatchAsync(spec.To, call.CancellationToken)
            : await repository.Git.PatchAsync(spec.From, spec.To, call.CancellationToken);
        return ApiAnswer.Bytes(patch, TextType);
    }

    private static GitDiffOptions ReadOptions(ApiCall call) => new()
    {
        Paths = [.. call.Query.All("path").Select(path => path.Trim('/'))],
        IgnoresWhitespace = call.Query.IsTrue("ignore_whitespace"),
        FindsRenames = call.Query.IsTrue("renames", otherwise: true),
    };

    private static int ReadContext(string text)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int lines)
            ? lines
            : throw ApiErrors.BadField("context", $"\"{text}\" is no number of lines.");
}
