using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace BitbucketPS.Sandbox;

/// <summary>Puts what was exported in the place of everything, or fails and changes nothing.</summary>
internal static partial class StateImport
{
    /// <summary>Reads an export, and takes it over when all of it is good.</summary>
    /// <param name="state">What it becomes.</param>
    /// <param name="stream">The export.</param>
    /// <param name="finish">Adds what belongs to this sandbox.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FormatException">It is no export, or not a whole one; the message says why.</exception>
    public static async Task ReadAsync(SandboxState state, Stream stream, Action<Data> finish, CancellationToken cancellationToken)
    {
        GitFolder folder = GitFolder.Make();
        string root = Path.Combine(state.Folder, folder.Name);
        try
        {
            using JsonDocument document = await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken);
            ImmutableDictionary<EntityKey, EntitySet> sets = ReadEntities(document.RootElement);
            await WriteRepositoriesAsync(document.RootElement.GetProperty("repositories"), root, Check(sets), cancellationToken);
            await state.ReplaceAsync(old => Task.FromResult(Merge(old.Data, sets, folder, finish)), cancellationToken);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            FolderRemoval.Remove(root);
            throw new FormatException($"This is no state of a sandbox: {e.Message}", e);
        }
        catch
        {
            FolderRemoval.Remove(root);
            throw;
        }
    }

    private static ImmutableDictionary<EntityKey, EntitySet> ReadEntities(JsonElement root)
    {
        if (root.GetProperty("format").GetString() is not StateExport.Format || root.GetProperty("version").GetInt32() != StateExport.Version)
        {
            throw new FormatException($"The format is not {StateExport.Format}, version {StateExport.Version}.");
        }

        EntityCollector collector = new();
        foreach (JsonElement json in root.GetProperty("entities").EnumerateArray())
        {
            EntityChange entity = EntityJson.Read(json);
            if (entity.Entity is null or ILocalEntity)
            {
                throw new FormatException($"A {entity.Key.Kind} has no place in a state that is imported.");
            }

            collector.Add(entity);
        }

        return collector.ToSets();
    }

    // That what other parts rely on is there, and the folders of the repositories.
    private static HashSet<string> Check(ImmutableDictionary<EntityKey, EntitySet> sets)
    {
        Data data = new(sets, canChange: false);
        HashSet<string> folders = new(StringComparer.OrdinalIgnoreCase);
        foreach (Workspace workspace in data.All<Workspace>())
        {
            foreach (Snippet snippet in data.All<Snippet>(workspace.Uuid))
            {
                if (!FolderPattern().IsMatch(snippet.Folder) || !folders.Add(snippet.Folder))
                {
                    throw new FormatException($"The snippet {workspace.Slug}/{snippet.Id} has no folder of its own.");
                }
            }

            foreach (RepositoryRecord record in data.All<RepositoryRecord>(workspace.Uuid))
            {
                bool fits = string.Equals(record.WorkspaceUuid, workspace.Uuid, StringComparison.OrdinalIgnoreCase)
                    && data.Find<Project>(record.ProjectUuid, workspace.Uuid) is not null;
                if (!fits || !FolderPattern().IsMatch(record.Folder) || !folders.Add(record.Folder))
                {
                    throw new FormatException($"The repository {workspace.Slug}/{record.Slug} has no workspace, no project, or no folder of its own.");
                }
            }
        }

        return data.All<Workspace>().Any() ? folders : throw new FormatException("There is no workspace.");
    }

    private static async Task WriteRepositoriesAsync(JsonElement repositories, string root, HashSet<string> folders, CancellationToken cancellationToken)
    {
        ParallelOptions options = new() { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken };
        HashSet<string> missing = [.. folders];
        foreach (string folder in repositories.EnumerateArray().Select(json => json.GetProperty("folder").GetString() ?? ""))
        {
            _ = missing.Remove(folder) ? true : throw new FormatException($"No repository, or more than one, is in the folder {folder}.");
        }

        if (missing.Count > 0)
        {
            throw new FormatException($"The git repository {missing.First()} is missing.");
        }

        Directory.CreateDirectory(root);
        await Parallel.ForEachAsync(repositories.EnumerateArray(), options, async (json, cancel) =>
        {
            string folder = json.GetProperty("folder").GetString()!;
            try
            {
                await GitSnapshot.ReadAsync(json, Path.Combine([root, .. folder.Split('/')]), cancel);
            }
            catch (FormatException e)
            {
                throw new FormatException($"The git repository {folder} is not whole: {e.Message}", e);
            }
        });
    }

    private static ImmutableDictionary<EntityKey, EntitySet> Merge(
        Data old, ImmutableDictionary<EntityKey, EntitySet> sets, GitFolder folder, Action<Data> finish)
    {
        Data data = new(sets, canChange: true);
        foreach (EntityChange local in EntityCollector.Flatten(old.Sets).Where(change => change.Entity is ILocalEntity))
        {
            data.Apply(local);
        }

        data.Put(folder);
        finish(data);
        return data.Sets;
    }

    // It becomes a path below the folder of all.
    [GeneratedRegex("^([A-Za-z0-9_][A-Za-z0-9._-]*|\\.snippets)/[A-Za-z0-9_][A-Za-z0-9._-]*\\.git$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FolderPattern();
}
