using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Serialization.Metadata;

namespace BitbucketPS.Benchmarks.Contenders.Plain;

/// <summary>The limit: HttpClient and JSON read by generated code, pages of 100, and nothing around it.</summary>
/// <param name="atOnce">Requests at once. With 1, <c>next</c> is followed; with more, the list's size says which pages there are.</param>
/// <param name="fields">The query <c>fields</c>; null for whole objects.</param>
internal sealed class PlainContender(int atOnce, string? fields = null) : Contender
{
    private const int PageLength = 100;

    private readonly HttpClient _http = new();

    /// <inheritdoc />
    public override string? Prepare(Uri server)
    {
        _http.BaseAddress = server;
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        return null;
    }

    /// <inheritdoc />
    public override Task RunAsync(Job job, Arrivals arrivals) => job switch
    {
        Job.Branches => BranchesAsync(Repository, arrivals),
        Job.Everything => EverythingAsync(arrivals),
        _ => throw new NotSupportedException(),
    };

    /// <inheritdoc />
    public override string NameOf(object branch) => ((PlainBranch)branch).Name;

    /// <inheritdoc />
    public override void Dispose() => _http.Dispose();

    private async Task EverythingAsync(Arrivals arrivals)
    {
        Uri first = Address($"/2.0/repositories/{Workspace}");
        PlainPage<PlainRepository> repositories = await GetAsync(first, PlainJson.Default.PlainPagePlainRepository);
        foreach (PlainRepository repository in repositories.Values)
        {
            await BranchesAsync(repository.FullName, arrivals);
        }
    }

    private Task BranchesAsync(string repository, Arrivals arrivals)
    {
        Uri first = Address($"/2.0/repositories/{repository}/refs/branches");
        return atOnce == 1 ? FollowAsync(first, arrivals) : AheadAsync(first, arrivals);
    }

    private async Task FollowAsync(Uri first, Arrivals arrivals)
    {
        for (Uri? address = first; address is not null;)
        {
            PlainPage<PlainBranch> page = await GetAsync(address, PlainJson.Default.PlainPagePlainBranch);
            Take(page, arrivals);
            address = page.Next;
        }
    }

    private async Task AheadAsync(Uri first, Arrivals arrivals)
    {
        PlainPage<PlainBranch> page = await GetAsync(first, PlainJson.Default.PlainPagePlainBranch);
        int pages = (page.Size + PageLength - 1) / PageLength;
        Queue<Task<PlainPage<PlainBranch>>> coming = new();
        for (int next = 2; next <= pages || coming.Count > 0; page = await coming.Dequeue())
        {
            while (next <= pages && coming.Count < atOnce)
            {
                Uri address = new(string.Create(CultureInfo.InvariantCulture, $"{first}&page={next++}"), UriKind.Relative);
                coming.Enqueue(Task.Run(() => GetAsync(address, PlainJson.Default.PlainPagePlainBranch)));
            }

            Take(page, arrivals);
        }

        Take(page, arrivals);
    }

    private static void Take(PlainPage<PlainBranch> page, Arrivals arrivals)
    {
        foreach (PlainBranch branch in page.Values)
        {
            arrivals.Take(branch);
        }
    }

    private Uri Address(string path)
    {
        string trimmed = fields is null ? "" : $"&fields={fields}";
        return new(string.Create(CultureInfo.InvariantCulture, $"{path}?pagelen={PageLength}{trimmed}"), UriKind.Relative);
    }

    private async Task<PlainPage<T>> GetAsync<T>(Uri address, JsonTypeInfo<PlainPage<T>> type)
        => await _http.GetFromJsonAsync(address, type) ?? throw new InvalidOperationException($"{address} answered null.");
}
