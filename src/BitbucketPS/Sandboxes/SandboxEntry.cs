using System.Globalization;
using System.Text.Json;
using BitbucketPS.Http;
using BitbucketPS.Signing;

namespace BitbucketPS;

/// <summary>What a sandbox says of itself: to who started it on its standard output, to others in its file. It holds secrets.</summary>
internal sealed class SandboxEntry
{
    private SandboxEntry(JsonElement json)
    {
        BaseUri = new(Text(json, "baseUri"));
        Workspace = Text(json, "workspace");
        Consumer = new(Text(json, "consumerKey"), Text(json, "consumerSecret"));
        ControlSecret = Text(json, "controlSecret");
        Machine = Text(json, "machine");
        ProcessId = json.GetProperty("processId").GetInt32();
        StartedOn = DateTimeOffset.Parse(Text(json, "startedOn"), CultureInfo.InvariantCulture);
        DataDirectory = json.TryGetProperty("dataDirectory", out JsonElement folder) ? folder.GetString() : null;
        if (!ServerAddress.IsLoopback(BaseUri))
        {
            throw new FormatException($"{BaseUri} is not on this machine.");
        }
    }

    /// <summary>Where it listens.</summary>
    public Uri BaseUri { get; }

    /// <summary>The slug of its demo workspace.</summary>
    public string Workspace { get; }

    /// <summary>Its demo consumer.</summary>
    public OAuth1Credentials Consumer { get; }

    /// <summary>What requests that hold or stop it have to know.</summary>
    public string ControlSecret { get; }

    /// <summary>The machine that it runs on: homes can be shared.</summary>
    public string Machine { get; }

    /// <summary>Its process.</summary>
    public int ProcessId { get; }

    /// <summary>When its process started.</summary>
    public DateTimeOffset StartedOn { get; }

    /// <summary>The folder that it keeps its data in; null for one that goes with it.</summary>
    public string? DataDirectory { get; }

    /// <summary>Reads one.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static SandboxEntry Parse(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return new(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException("It does not say what a sandbox says.", e);
        }
    }

    /// <summary>Where it is, for messages.</summary>
    public override string ToString() => FormattableString.Invariant($"the sandbox at {BaseUri.Authority}, process {ProcessId}");

    private static string Text(JsonElement json, string name)
        => json.GetProperty(name).GetString() ?? throw new FormatException($"It does not say {name}.");
}
