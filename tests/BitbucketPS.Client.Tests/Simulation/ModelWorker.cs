using System.Globalization;

namespace BitbucketPS.Client.Tests.Simulation;

/// <summary>Somebody who works with a repository of their own, all day, and knows what has to be in it.</summary>
internal sealed class ModelWorker(SimulatedClock clock, BitbucketClient client, int number, int seed)
{
    private readonly Random _random = new(seed);
    private readonly HashSet<string> _expected = new(StringComparer.Ordinal);
    private int _made;

    /// <summary>The repository.</summary>
    public RepositoryId Repository { get; } = new(string.Create(CultureInfo.InvariantCulture, $"acme/web-{number}"));

    /// <summary>The branches that have to be there.</summary>
    public IEnumerable<string> Expected => _expected.Order(StringComparer.Ordinal);

    /// <summary>How many branches nobody could tell whether they were made.</summary>
    public int Unknown { get; private set; }

    /// <summary>How many things were done.</summary>
    public int Done { get; private set; }

    /// <summary>Works until a time.</summary>
    public async Task WorkAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        while (clock.GetUtcNow() < until)
        {
            await ActAsync(_random.Next(10), cancellationToken);
            Done++;
            await Task.Delay(TimeSpan.FromMilliseconds(_random.Next(20_000, 200_000)), clock, cancellationToken);
        }
    }

    private Task ActAsync(int dice, CancellationToken cancellationToken) => dice switch
    {
        0 or 1 => ListAsync(cancellationToken),
        2 or 3 or 4 => CreateAsync(cancellationToken),
        5 or 6 when _expected.Count > 0 => DeleteAsync(cancellationToken),
        7 when _expected.Count > 0 => GetAsync(cancellationToken),
        8 => DownloadAsync(cancellationToken),
        _ => ReadTextAsync(cancellationToken),
    };

    private async Task ListAsync(CancellationToken cancellationToken)
    {
        List<string> names = await client.Refs.ListBranchesAsync(Repository, cancellationToken: cancellationToken).Select(branch => branch.Name).ToListAsync(cancellationToken);
        Assert.Equal(Expected, names.Order(StringComparer.Ordinal));
    }

    private async Task CreateAsync(CancellationToken cancellationToken)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"b-{number}-{_made++}");
        try
        {
            Assert.Equal(name, (await client.Refs.CreateBranchAsync(Repository, name, "main", cancellationToken)).Name);
            _expected.Add(name);
        }
        catch (BitbucketException e) when (e.IsOutcomeUnknown)
        {
            Unknown++;
            await LookAsync(name, cancellationToken);
        }
    }

    private async Task LookAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            await client.Refs.GetBranchAsync(Repository, name, cancellationToken);
            _expected.Add(name);
        }
        catch (BitbucketApiException e) when (e.Kind == BitbucketErrorKind.NotFound)
        {
            // It was not made.
        }
    }

    private async Task DeleteAsync(CancellationToken cancellationToken)
    {
        string name = Any();
        await client.Refs.DeleteBranchAsync(Repository, name, cancellationToken);
        _expected.Remove(name);
    }

    private async Task GetAsync(CancellationToken cancellationToken)
    {
        string name = Any();
        Assert.Equal(name, (await client.Refs.GetBranchAsync(Repository, name, cancellationToken)).Name);
    }

    private async Task DownloadAsync(CancellationToken cancellationToken)
    {
        using MemoryStream file = new();
        await client.Raw.CopyToAsync(new(HttpMethod.Get, $"/repositories/{Repository}/downloads/big.zip"), file, cancellationToken);
        Assert.Equal(ModelServer.File, file.ToArray());
    }

    private async Task ReadTextAsync(CancellationToken cancellationToken)
        => Assert.Equal(Repository.Slug, (await client.Raw.ReadTextAsync(new(HttpMethod.Get, $"/repositories/{Repository}/text"), cancellationToken)).Text);

    private string Any() => Expected.ElementAt(_random.Next(_expected.Count));
}
