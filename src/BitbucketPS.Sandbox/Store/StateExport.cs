using System.Text.Json;

namespace BitbucketPS.Sandbox;

/// <summary>Everything a sandbox holds as JSON, for another sandbox or another day. Its own secrets are not part of it.</summary>
internal static class StateExport
{
    /// <summary>What the JSON says that it is.</summary>
    public const string Format = "bitbucket-sandbox-state";

    /// <summary>The version of the format.</summary>
    public const int Version = 1;

    /// <summary>Writes it; nobody changes anything meanwhile.</summary>
    public static Task WriteAsync(SandboxState state, Stream stream, CancellationToken cancellationToken)
        => state.ChangeAsync(
            async world =>
            {
                await WriteAsync(world, stream, cancellationToken);
                return true;
            },
            cancellationToken);

    private static async Task WriteAsync(World world, Stream stream, CancellationToken cancellationToken)
    {
        JsonWriterOptions options = new() { Encoder = EntityJson.Options.Encoder };
        await using Utf8JsonWriter writer = new(stream, options);
        writer.WriteStartObject();
        writer.WriteString("format", Format);
        writer.WriteNumber("version", Version);
        writer.WriteStartArray("entities");
        foreach (EntityChange entity in EntityCollector.Flatten(world.Data.Sets).Where(change => change.Entity is not ILocalEntity))
        {
            EntityJson.Write(writer, entity);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("repositories");
        foreach (HostedRepository repository in world.Repositories)
        {
            await GitSnapshot.WriteAsync(writer, repository.Record.Folder, repository.Git.Path, cancellationToken);
            await writer.FlushAsync(cancellationToken);
        }

        foreach (Snippet snippet in world.Workspaces.SelectMany(workspace => world.Data.All<Snippet>(workspace.Uuid)))
        {
            await GitSnapshot.WriteAsync(writer, snippet.Folder, world.Storage.Open(snippet.Folder).Path, cancellationToken);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
