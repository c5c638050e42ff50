using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using BitbucketPS.Signing;

namespace BitbucketPS;

/// <summary>A sandbox that a session started. It ends when its standard input closes, so it never outlives this process.</summary>
internal sealed class SandboxProcess : IDisposable
{
    private static readonly TimeSpan s_startPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_endPatience = TimeSpan.FromSeconds(5);

    private readonly Process _process;

    private SandboxProcess(Process process, JsonElement announcement)
    {
        _process = process;
        BaseUri = new(Text(announcement, "baseUri"));
        Workspace = Text(announcement, "workspace");
        Consumer = new(Text(announcement, "consumerKey"), Text(announcement, "consumerSecret"));
    }

    /// <summary>Where it listens.</summary>
    public Uri BaseUri { get; }

    /// <summary>The slug of its demo workspace.</summary>
    public string Workspace { get; }

    /// <summary>Its demo consumer.</summary>
    public OAuth1Credentials Consumer { get; }

    /// <summary>Starts it and waits until it listens.</summary>
    /// <exception cref="BitbucketException">It is not there, or does not start.</exception>
    public static async Task<SandboxProcess> StartAsync(CancellationToken cancellationToken)
    {
        Process process = Launch();
        try
        {
            Task<string> errors = process.StandardError.ReadToEndAsync(cancellationToken);
            string? line = await process.StandardOutput.ReadLineAsync(cancellationToken)
                .AsTask().WaitAsync(s_startPatience, cancellationToken).ConfigureAwait(false);
            if (line is null)
            {
                throw Failed($"It said: {(await errors.ConfigureAwait(false)).Trim()}");
            }

            using JsonDocument announcement = JsonDocument.Parse(line);
            return new(process, announcement.RootElement);
        }
        catch (Exception e)
        {
            Stop(process);
            throw e is TimeoutException or JsonException ? Failed("It did not say where it listens.", e) : e;
        }
    }

    /// <summary>Ends it.</summary>
    public void Dispose() => Stop(_process);

    private static Process Launch()
    {
        string program = Path.Combine(
            Path.GetDirectoryName(typeof(SandboxProcess).Assembly.Location)!, "sandbox", "BitbucketPS.Sandbox.dll");
        if (!File.Exists(program))
        {
            throw Failed($"It is not at {program}; build the solution, or install the whole module.");
        }

        ProcessStartInfo start = new("dotnet", [program, "--port", "0", "--exit-with-stdin", "--announce-json"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw Failed("It needs the dotnet command with ASP.NET Core 10 on the PATH.", e);
        }
    }

    private static void Stop(Process process)
    {
        process.StandardInput.Close();
        if (!process.WaitForExit(s_endPatience))
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }

    private static string Text(JsonElement announcement, string name)
        => announcement.TryGetProperty(name, out JsonElement value) ? value.GetString()! : throw Failed($"It did not announce {name}.");

    private static BitbucketException Failed(string why, Exception? inner = null)
        => new(BitbucketErrorKind.SandboxFailed, $"The sandbox did not start. {why}", inner);
}
