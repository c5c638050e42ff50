using System.Collections.Concurrent;
using System.Globalization;

namespace BitbucketPS.Sandbox;

/// <summary>Makes many people and repositories beside those of the demo.</summary>
internal sealed class BulkSeeder
{
    private const int RepositoriesInAProject = 50;

    private readonly ConcurrentDictionary<int, IReadOnlyList<PullRequest>> _pullRequests = new();
    private readonly IReadOnlyList<Account> _people;
    private readonly IReadOnlyList<BulkRepository> _repositories;

    public BulkSeeder(SandboxSeed seed)
    {
        _people = BulkPeople.Make(seed.Users);
        _repositories = BulkRepository.Divide(seed, _people.Count > 0 ? _people : SeedPeople.All);
    }

    /// <summary>Writes git.</summary>
    public Task WriteAsync(GitStorage storage, CancellationToken cancellationToken)
        => Parallel.ForEachAsync(
            _repositories,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken },
            async (seed, cancel) =>
            {
                BulkHistory history = new(seed);
                IReadOnlyList<string> hashes = await BulkGit.WriteAsync(storage.Open(seed.Folder).Path, history, cancel);
                _pullRequests[seed.Number] = new BulkPullRequests(seed, history, hashes, UuidOf(seed)).Make();
            });

    /// <summary>Remembers what was written, and the people.</summary>
    public void Remember(World world)
    {
        Data data = world.Data;
        string workspace = SeedCatalogue.Demo.Uuid;
        data.PutNew(_people);
        data.PutNew([.. _people.Select(person => new Membership(person.Uuid, Membership.Member, person.CreatedOn))], workspace);
        Group developers = SeedCatalogue.Developers;
        data.Put(developers with { Members = [.. developers.Members, .. _people.Select(person => person.Uuid)] }, workspace);
        foreach (IGrouping<int, BulkRepository> group in _repositories.GroupBy(seed => (seed.Number - 1) / RepositoriesInAProject))
        {
            RememberProject(data, group.Key + 1, [.. group]);
        }
    }

    private static string UuidOf(BulkRepository seed) => StableId.Uuid("repository", $"{SeedCatalogue.Demo.Slug}/{seed.Slug}");

    private static RepositoryRecord ToRecord(BulkRepository seed, Project project) => new()
    {
        Uuid = UuidOf(seed),
        WorkspaceUuid = SeedCatalogue.Demo.Uuid,
        ProjectUuid = project.Uuid,
        Slug = seed.Slug,
        Name = seed.Name,
        Description = "One of many.",
        Language = "python",
        IsPrivate = true,
        ForkPolicy = RepositoryRecord.NoPublicForks,
        CreatedOn = SeedHistory.FirstDay,
        UpdatedOn = SeedHistory.LastDay,
        Folder = seed.Folder,
    };

    private void RememberProject(Data data, int number, IReadOnlyList<BulkRepository> repositories)
    {
        string key = string.Create(CultureInfo.InvariantCulture, $"TEAM{number}");
        Project project = SeedCatalogue.MakeProject(SeedCatalogue.Demo, key, string.Create(CultureInfo.InvariantCulture, $"Team {number}"));
        data.Put(project, SeedCatalogue.Demo.Uuid);
        data.Put(new Grant(Grant.HolderOf(SeedCatalogue.Developers), AccessLevel.Write), project.Uuid);
        data.PutNew([.. repositories.Select(seed => ToRecord(seed, project))], SeedCatalogue.Demo.Uuid);
        foreach (BulkRepository seed in repositories)
        {
            string uuid = UuidOf(seed);
            data.Put(new Watcher(seed.Person(0).Uuid), uuid);
            if (_pullRequests[seed.Number] is { Count: > 0 } pullRequests)
            {
                data.PutNew(pullRequests, uuid);
                data.Put(new Counter("pull request", pullRequests.Count), uuid);
            }
        }
    }
}
