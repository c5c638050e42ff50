using System.Globalization;
using System.Text.Json;

namespace BitbucketPS.Benchmarks.Server;

/// <summary>Answers requests. Members are called by all connections at once; settings change only between runs.</summary>
/// <param name="baseAddress">Where the server listens.</param>
internal sealed class World(string baseAddress)
{
    private const string Ok = "200 OK";

    private readonly TemplateStore _templates = new();
    private ServerSettings _settings = new();
    private Traffic _traffic = new();

    /// <summary>Answers one request, after its latency.</summary>
    /// <param name="target">Path and query.</param>
    /// <param name="answer">An empty buffer.</param>
    public async ValueTask<ReadOnlyMemory<byte>> AnswerAsync(string target, ResponseBuffer answer)
    {
        (string path, string query) = Split(target, '?');
        if (!path.StartsWith("/2.0/", StringComparison.Ordinal))
        {
            return Control(path, query, answer);
        }

        Traffic traffic = _traffic;
        traffic.Begin();
        if (_settings.Latency > TimeSpan.Zero)
        {
            await Task.Delay(_settings.Latency, TimeProvider.System);
        }

        ReadOnlyMemory<byte> bytes = Api(path, query, answer);
        traffic.End(bytes.Length);
        return bytes;
    }

    private ReadOnlyMemory<byte> Control(string path, string query, ResponseBuffer answer)
    {
        switch (path)
        {
            case "/settings":
                _settings = Read(Uri.UnescapeDataString(query));
                _traffic = new();
                answer.Add("{}"u8);
                return answer.Finish(Ok);
            case "/counts":
                answer.Add(JsonSerializer.SerializeToUtf8Bytes(_traffic.Counts, WireJson.Default.ServerCounts));
                return answer.Finish(Ok);
            default:
                return Refuse(answer, "404 Not Found", "There is no API hosted at this URL");
        }
    }

    private static ServerSettings Read(string json) => JsonSerializer.Deserialize(json, WireJson.Default.ServerSettings)!;

    private ReadOnlyMemory<byte> Api(string path, string query, ResponseBuffer answer)
    {
        try
        {
            return path.Split('/')[2..] switch
            {
                ["user"] => Account(answer),
                ["repositories", string workspace] => Repositories(path, workspace, new(query), answer),
                ["repositories", string workspace, string slug] => Repository(workspace, slug, answer),
                ["repositories", string workspace, string slug, "refs", "branches"] => Branches(path, $"{workspace}/{slug}", new(query), answer),
                _ => Refuse(answer, "404 Not Found", "There is no API hosted at this URL"),
            };
        }
        catch (FormatException e)
        {
            return Refuse(answer, "400 Bad Request", e.Message);
        }
    }

    private ReadOnlyMemory<byte> Branches(string path, string repository, PageQuery query, ResponseBuffer answer)
    {
        BranchTemplate[] templates = _templates.Of(repository, _settings.HonourFields ? query.Fields : null);
        int first = FirstNumber(repository);
        return List(path, query, answer, _settings.Branches, (buffer, index) =>
        {
            BranchTemplate template = templates[index % templates.Length];
            template.Write(buffer.Reserve(template.Length), first + index);
        });
    }

    // No two repositories of a workspace have the same branches, so that a list in another order looks like one.
    private static int FirstNumber(string repository) => repository.Aggregate(0, (sum, letter) => ((sum * 31) + letter) % 8_999_999);

    private ReadOnlyMemory<byte> Repositories(string path, string workspace, PageQuery query, ResponseBuffer answer)
        => List(path, query, answer, _settings.Repositories, (buffer, index) => buffer.Add(RepositoryText.Make(workspace, RepositoryText.Slug(index))));

    private ReadOnlyMemory<byte> List(string path, PageQuery query, ResponseBuffer answer, int size, Action<ResponseBuffer, int> write)
    {
        if (!query.IsWithin(size))
        {
            return Refuse(answer, "400 Bad Request", "Invalid page");
        }

        new ItemList(size, baseAddress + path, write).Write(answer, query);
        return answer.Finish(Ok);
    }

    private static ReadOnlyMemory<byte> Repository(string workspace, string slug, ResponseBuffer answer)
    {
        answer.Add(RepositoryText.Make(workspace, slug));
        return answer.Finish(Ok);
    }

    private static ReadOnlyMemory<byte> Account(ResponseBuffer answer)
    {
        answer.Add($$"""{"type":"user","display_name":"Dana Demo","nickname":"dana","uuid":"{{BranchText.Braced(BranchText.Uuid(4))}}"}""");
        return answer.Finish(Ok);
    }

    private static ReadOnlyMemory<byte> Refuse(ResponseBuffer answer, string status, string message)
    {
        answer.Add(string.Create(CultureInfo.InvariantCulture, $$"""{"type":"error","error":{"message":"{{JsonEncodedText.Encode(message)}}"} }"""));
        return answer.Finish(status);
    }

    private static (string Before, string After) Split(string text, char separator)
    {
        int at = text.IndexOf(separator, StringComparison.Ordinal);
        return at < 0 ? (text, "") : (text[..at], text[(at + 1)..]);
    }
}
