using System.ComponentModel;
using System.Diagnostics;

namespace BitbucketPS;

/// <summary>A sandbox that this process started. It ends when its standard input is closed and no session holds it.</summary>
internal sealed class SandboxProcess : IDisposable
{
    private static readonly TimeSpan s_endPatience = TimeSpan.FromSeconds(5);

    private readonly Process _process;

    private SandboxProcess(Process process, SandboxEntry entry)
    {
        _process = process;
        Entry = entry;
    }

    /// <summary>What it says of itself.</summary>
    public SandboxEntry Entry { get; }

    /// <summary>Whether it has ended.</summary>
    public bool HasExited
    {
        get
        {
            try
            {
                return _process.HasExited;
            }
            catch (InvalidOperationException)
            {
                // It was disposed, and so ended.
                return true;
            }
        }
    }

    /// <summary>Starts it and waits until it listens.</summary>
    /// <exception cref="BitbucketException">It is not there, or does not start.</exception>
    public static async Task<SandboxProcess> StartAsync(SandboxArguments arguments, CancellationToken cancellationToken)
    {
        Process process = Launch(arguments.ToArray());
        SandboxErrors errors = new(process.StandardError);
        try
        {
            string? line = await process.StandardOutput.ReadLineAsync(cancellationToken)
                .AsTask().WaitAsync(arguments.Patience, cancellationToken).ConfigureAwait(false);
            if (line is null)
            {
                throw Failed($"It said: {await errors.ReadToEndAsync(cancellationToken).ConfigureAwait(false)}");
            }

            SandboxProcess started = new(process, SandboxEntry.Parse(line));
            OwnSandboxes.Add(started);
            return started;
        }
        catch (Exception e)
        {
            Stop(process);
            throw e is TimeoutException or FormatException ? Failed("It did not say where it listens.", e) : e;
        }
    }

    /// <summary>From now on it ends with its last session.</summary>
    public void CloseInput() => _process.StandardInput.Close();

    /// <summary>Ends it, if no session holds it.</summary>
    public void Dispose() => Stop(_process);

    /// <summary>Why it did not start.</summary>
    public static BitbucketException Failed(string why, Exception? inner = null)
        => new(BitbucketErrorKind.SandboxFailed, $"The sandbox did not start. {why}", inner);

    private static Process Launch(IEnumerable<string> arguments)
    {
        string program = Path.Combine(
            Path.GetDirectoryName(typeof(SandboxProcess).Assembly.Location)!, "sandbox", "BitbucketPS.Sandbox.dll");
        if (!File.Exists(program))
        {
            throw Failed($"It is not at {program}; build the solution, or install the whole module.");
        }

        ProcessStartInfo start = new("dotnet", [program, .. arguments])
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
}
