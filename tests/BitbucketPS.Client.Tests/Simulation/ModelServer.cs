using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using BitbucketPS.Client.Tests.Http;

namespace BitbucketPS.Client.Tests.Simulation;

/// <summary>A server that has branches, does what it is asked, and knows what it did; and a network that spoils one exchange in a hundred.</summary>
internal sealed class ModelServer(SimulatedClock clock, int seed)
{
    /// <summary>What is downloaded from it.</summary>
    public static readonly byte[] File = [.. Enumerable.Range(0, 2000).Select(number => (byte)number)];

    private const int PageLength = 20;

    private static readonly string[] s_faults =
    [
        Faults.Refused, Faults.Reset, Faults.Ended, Faults.Silent, Faults.StalledBody, Faults.BrokenBody, Faults.CutJson,
        "429", "429 with Retry-After", "502", "503", "504", "555",
    ];

    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<string, int> _attempts = new(StringComparer.Ordinal);
    private readonly Faults _faults = new(clock);
    private readonly Dictionary<string, List<string>> _repositories = new(StringComparer.Ordinal);

    /// <summary>How often each branch was made.</summary>
    public ConcurrentDictionary<string, int> Created { get; } = new(StringComparer.Ordinal);

    /// <summary>How often each branch was deleted.</summary>
    public ConcurrentDictionary<string, int> Deleted { get; } = new(StringComparer.Ordinal);

    /// <summary>How often each fault came.</summary>
    public ConcurrentDictionary<string, int> Injected { get; } = new(StringComparer.Ordinal);

    /// <summary>The branches of a repository.</summary>
    public List<string> Branches(string slug)
    {
        lock (_lock)
        {
            return _repositories.TryGetValue(slug, out List<string>? branches) ? branches : _repositories[slug] = [];
        }
    }

    /// <summary>Answers a request, or does not.</summary>
    public async Task<HttpResponseMessage> AnswerAsync(RecordedRequest request, CancellationToken cancellationToken)
    {
        (string? fault, bool isBefore, int latency) = Draw(request);
        await clock.DelayAsync(TimeSpan.FromMilliseconds(latency), cancellationToken);
        if (fault is not null && isBefore)
        {
            return await SpoilAsync(fault, cancellationToken);
        }

        HttpResponseMessage answer = Do(request);
        if (fault is null || !answer.IsSuccessStatusCode)
        {
            return answer;
        }

        answer.Dispose();
        return await SpoilAsync(fault, cancellationToken);
    }

    private (string? Fault, bool IsBefore, int Latency) Draw(RecordedRequest request)
    {
        Random random = Chance(request.Line);
        string? fault = random.Next(100) == 0 ? s_faults[random.Next(s_faults.Length)] : null;

        // What is not read as JSON cannot be seen to be cut.
        bool isText = request.Address.AbsolutePath.EndsWith("/text", StringComparison.Ordinal) || IsDownload(request);
        fault = isText && string.Equals(fault, Faults.CutJson, StringComparison.Ordinal) ? Faults.BrokenBody : fault;
        bool isBefore = fault is Faults.Refused || fault?.StartsWith("429", StringComparison.Ordinal) == true || random.Next(2) == 0;

        // A body that begins means that the work was done.
        isBefore &= fault is not (Faults.StalledBody or Faults.BrokenBody or Faults.CutJson);
        return (fault, isBefore, random.Next(20, 2000));
    }

    // The same for the same attempt, whichever thread comes first.
    private Random Chance(string line)
    {
        int attempt = _attempts.AddOrUpdate(line, 1, (_, count) => count + 1);
        return new(line.Aggregate((seed * 7919) + attempt, (hash, letter) => unchecked((hash * 31) + letter)));
    }

    private Task<HttpResponseMessage> SpoilAsync(string fault, CancellationToken cancellationToken)
    {
        Injected.AddOrUpdate(fault, 1, (_, count) => count + 1);
        return fault.Contains(' ', StringComparison.Ordinal) && fault.StartsWith("429", StringComparison.Ordinal)
            ? Task.FromResult(Answers.Empty(HttpStatusCode.TooManyRequests).With("Retry-After", "30"))
            : _faults.Of(fault)(cancellationToken);
    }

    private HttpResponseMessage Do(RecordedRequest request)
    {
        if (IsDownload(request))
        {
            return new() { Content = new DrippingContent(clock, File, TimeSpan.FromSeconds(20), pieceLength: 250, "application/zip") };
        }

        // /2.0/repositories/acme/{slug}/refs/branches/{name}
        string[] path = request.Address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        List<string> branches = Branches(path[3]);
        lock (_lock)
        {
            return (request.Method, path.Length) switch
            {
                ("GET", 5) => Answers.Text(path[3], "text/plain"),
                ("GET", 6) => Answers.Json(List(request, branches)),
                ("POST", 6) => Create(branches, JsonDocument.Parse(request.Body!).RootElement.GetProperty("name").GetString()!),
                ("GET", 7) => branches.Contains(path[6], StringComparer.Ordinal) ? Branch(path[6], HttpStatusCode.OK) : Answers.Empty(HttpStatusCode.NotFound),
                ("DELETE", 7) => Delete(branches, path[6]),
                _ => throw new InvalidOperationException($"Nobody asks for {request.Line}."),
            };
        }
    }

    private HttpResponseMessage Create(List<string> branches, string name)
    {
        // Two of a name are two, as comments would be: what is done twice must be seen.
        branches.Add(name);
        Created.AddOrUpdate(name, 1, (_, count) => count + 1);
        return Branch(name, HttpStatusCode.Created);
    }

    private HttpResponseMessage Delete(List<string> branches, string name)
    {
        if (!branches.Remove(name))
        {
            return Answers.Empty(HttpStatusCode.NotFound);
        }

        Deleted.AddOrUpdate(name, 1, (_, count) => count + 1);
        return Answers.Empty(HttpStatusCode.NoContent);
    }

    private static bool IsDownload(RecordedRequest request) => request.Address.AbsolutePath.Contains("/downloads/", StringComparison.Ordinal);

    private static HttpResponseMessage Branch(string name, HttpStatusCode status) => Answers.Json($$"""{"name": "{{name}}"}""", status);

    private static string List(RecordedRequest request, List<string> branches)
    {
        string? number = request.Address.Query.TrimStart('?').Split('&').FirstOrDefault(pair => pair.StartsWith("page=", StringComparison.Ordinal))?[5..];
        int page = number is null ? 1 : int.Parse(number, CultureInfo.InvariantCulture);
        string values = string.Join(',', branches.Skip((page - 1) * PageLength).Take(PageLength).Select(name => $$"""{"name": "{{name}}"}"""));
        string next = page * PageLength < branches.Count ? $$""", "next": "https://api.bitbucket.org{{request.Address.AbsolutePath}}?page={{page + 1}}" """ : "";
        return $$"""{"values": [{{values}}], "size": {{branches.Count}}, "page": {{page}}, "pagelen": {{PageLength}}{{next}}}""";
    }
}
