using System.Globalization;

namespace BitbucketPS.Benchmarks.Contenders;

/// <summary>What users have without a module: a script that follows <c>next</c>, page after page.</summary>
/// <param name="pageLength">Branches of a page; null leaves it to the server, as most scripts do.</param>
internal sealed class FollowerContender(int? pageLength) : EngineContender
{
    private const string Script = """
        param($Uri, $Token, $Arrivals)
        & {
            while ($Uri) {
                $page = Read-JsonPage $Uri -Token $Token
                $page.values
                $Uri = $page.next
            }
        } | Receive-Arrival -Arrivals $Arrivals
        """;

    private Uri? _first;

    /// <inheritdoc />
    public override string? Prepare(Uri server)
    {
        string query = pageLength is { } length ? string.Create(CultureInfo.InvariantCulture, $"?pagelen={length}") : "";
        _first = new(server, $"/2.0/repositories/{Repository}/refs/branches{query}");
        return base.Prepare(server);
    }

    /// <inheritdoc />
    public override Task RunAsync(Job job, Arrivals arrivals)
    {
        if (job is not Job.Branches)
        {
            throw new NotSupportedException();
        }

        Invoke(powershell => powershell
            .AddScript(Script)
            .AddParameter("Uri", _first)
            .AddParameter("Token", Token)
            .AddParameter("Arrivals", arrivals));
        return Task.CompletedTask;
    }
}
