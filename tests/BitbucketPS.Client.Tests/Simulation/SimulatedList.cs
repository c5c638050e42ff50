using System.Globalization;
using BitbucketPS.Client.Tests.Http;

namespace BitbucketPS.Client.Tests.Simulation;

/// <summary>A list on a server, with the habits of which the API's lists have one or the other.</summary>
internal sealed class SimulatedList(SimulatedClock clock, int count)
{
    private readonly Lock _lock = new();
    private readonly List<int> _asked = [];

    /// <summary>How many items there are, as each page is asked for: the list may grow or shrink meanwhile.</summary>
    public Func<int, int> CountAt { get; init; } = _ => count;

    /// <summary>The most items on a page, whatever is asked for.</summary>
    public int LongestPage { get; init; } = 100;

    /// <summary>What a page says its size is, as JSON; null leaves it out.</summary>
    public Func<int, string?> Size { get; init; } = present => present.ToString(CultureInfo.InvariantCulture);

    /// <summary>What a page says its number is, as JSON; null leaves it out.</summary>
    public Func<int, string?> Number { get; init; } = page => page.ToString(CultureInfo.InvariantCulture);

    /// <summary>The link of a page to the next one, if there is one; null leaves it out.</summary>
    public Func<RecordedRequest, int, bool, string?> Next { get; init; } = NumberedNext;

    /// <summary>Which page is answered where a page is asked for.</summary>
    public Func<int, int> Answered { get; init; } = page => page;

    /// <summary>What becomes of a page instead of an answer, as <see cref="Faults"/> name it; null answers.</summary>
    public Func<int, string?> Fault { get; init; } = _ => null;

    /// <summary>How long a page takes.</summary>
    public Func<int, TimeSpan> Latency { get; init; } = _ => TimeSpan.FromMilliseconds(100);

    /// <summary>The numbers of the pages that were asked for, in their order.</summary>
    public IReadOnlyList<int> Asked
    {
        get
        {
            lock (_lock)
            {
                return [.. _asked];
            }
        }
    }

    /// <summary>The name of an item.</summary>
    public static string Name(int index) => string.Create(CultureInfo.InvariantCulture, $"item-{index}");

    /// <summary>The names of so many items.</summary>
    public static IEnumerable<string> Names(int from, int count) => Enumerable.Range(from, count).Select(Name);

    /// <summary>Links with the number of the page, as most lists have them.</summary>
    public static string? NumberedNext(RecordedRequest request, int page, bool goesOn)
        => goesOn ? $"https://api.bitbucket.org{request.Address.AbsolutePath}?pagelen={Query(request, "pagelen", "10")}&page={page + 1}" : null;

    /// <summary>Links with a token that means nothing to anybody else.</summary>
    public static string? TokenNext(RecordedRequest request, int page, bool goesOn)
        => goesOn ? $"https://api.bitbucket.org{request.Address.AbsolutePath}?pagelen={Query(request, "pagelen", "10")}&page=t{page + 1}x" : null;

    /// <summary>The server that has this list.</summary>
    public SimulatedServer Serve() => new(clock, AnswerAsync);

    private static string Query(RecordedRequest request, string name, string missing)
        => request.Address.Query.TrimStart('?').Split('&').Select(pair => pair.Split('='))
            .FirstOrDefault(pair => string.Equals(pair[0], name, StringComparison.Ordinal))?[1] ?? missing;

    /// <summary>Answers a request for a page at once.</summary>
    public HttpResponseMessage Answer(RecordedRequest request)
    {
        int page = Note(request);
        return Answers.Json(Page(request, Answered(page), CountAt(page)));
    }

    private async Task<HttpResponseMessage> AnswerAsync(RecordedRequest request, CancellationToken cancellationToken)
    {
        int page = Note(request);
        int present = CountAt(page);
        await clock.DelayAsync(Latency(page), cancellationToken);
        return Fault(page) is { } fault
            ? await new Faults(clock).Of(fault)(cancellationToken)
            : Answers.Json(Page(request, Answered(page), present));
    }

    private int Note(RecordedRequest request)
    {
        int page = int.Parse(Query(request, "page", "1").Trim('t', 'x'), CultureInfo.InvariantCulture);
        lock (_lock)
        {
            _asked.Add(page);
        }

        return page;
    }

    private string Page(RecordedRequest request, int page, int present)
    {
        int length = Math.Min(int.Parse(Query(request, "pagelen", "10"), CultureInfo.InvariantCulture), LongestPage);
        int first = (page - 1) * length;
        IEnumerable<string> items = Names(first, Math.Clamp(present - first, 0, length)).Select(name => $$"""{"name": "{{name}}"}""");
        (string Key, string? Value)[] members =
        [
            ("values", $"[{string.Join(',', items)}]"),
            ("pagelen", length.ToString(CultureInfo.InvariantCulture)),
            ("size", Size(present)),
            ("page", Number(page)),
            ("next", Next(request, page, first + length < present) is { } next ? $"\"{next}\"" : null),
        ];
        return $"{{{string.Join(", ", members.Where(member => member.Value is not null).Select(member => $"\"{member.Key}\": {member.Value}"))}}}";
    }
}
