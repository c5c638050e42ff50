using System.Runtime.InteropServices;
using BitbucketPS.Sandbox;

CommandLine line;
try
{
    line = CommandLine.Parse(args);
}
catch (FormatException e)
{
    await Console.Error.WriteLineAsync($"{e.Message} Try --help.");
    return 2;
}

if (line.WantsHelp)
{
    Console.WriteLine(CommandLine.Help);
    return 0;
}

using CancellationTokenSource stop = new();

// What becomes of a start that nobody waits for any more.
using CancellationTokenSource start = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using PosixSignalRegistration hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, HangUp);

Task inputEnd = line.ExitsWithStdin ? CancelStartWithInputAsync() : Task.CompletedTask;

// Disposed last: once its file is gone, so is everything else.
using SandboxRegistration registration = new();
try
{
    SandboxOptions options = new() { Port = line.Port, DataDirectory = line.DataDirectory, Seed = line.Seed, RateLimitPerHour = line.RateLimit, Latency = line.Latency };
    await using SandboxServer server = await SandboxServer.StartAsync(options, start.Token);
    foreach ((SandboxQuirk quirk, bool isOn) in line.Quirks)
    {
        options.Quirks.Set(quirk, isOn);
    }

    foreach (SandboxFault fault in line.Faults)
    {
        server.Faults.Add(fault);
    }

    await TransferAsync(server);
    if (line.ExportFile is not null)
    {
        return 0;
    }

    await registration.WriteAsync(Announcement.ToRegistry(server, line.DataDirectory));
    Announcement.Write(line.AnnouncesJson ? Announcement.ToJson(server, line.DataDirectory) : Announcement.ToText(server));
    await WaitAsync(server.Leases);
    return 0;
}
catch (Exception e) when (e is SandboxException or IOException or UnauthorizedAccessException)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
catch (OperationCanceledException)
{
    // Stopped before it was up.
    return 0;
}

void Interrupt(PosixSignalContext context)
{
    // Ctrl-C reaches every process of a terminal. Under another program it is meant for what that one runs just now; the
    // sandbox ends with its standard input.
    if (line.ExitsWithStdin)
    {
        context.Cancel = true;
        return;
    }

    Stop(context);
}

void HangUp(PosixSignalContext context)
{
    // A terminal that closes takes all its processes with it, but another one may hold this sandbox. What Windows sends then
    // cannot be refused.
    if (OperatingSystem.IsWindows())
    {
        Stop(context);
        return;
    }

    Interrupt(context);
}

void Stop(PosixSignalContext context)
{
    // Not the runtime's way out, which would leave the temporary folder behind.
    context.Cancel = true;
    stop.Cancel();
}

async Task TransferAsync(SandboxServer server)
{
    string? file = line.ImportFile;
    try
    {
        if (file is not null)
        {
            await using FileStream import = File.OpenRead(file);
            await server.ImportAsync(import, start.Token);
        }

        file = line.ExportFile;
        if (file is not null)
        {
            await ExportFile.WriteAsync(file, server, start.Token);
        }
    }
    catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
    {
        throw new SandboxException($"{file}: {e.Message}", e);
    }
}

async Task WaitAsync(LeaseBook leases)
{
    await using CancellationTokenRegistration stopping = stop.Token.Register(leases.End);
    if (line.ExitsWithStdin)
    {
        _ = EndWithInputAsync(leases);
    }

    await leases.Ended;
}

async Task CancelStartWithInputAsync()
{
    await StandardInput.WaitForEndAsync();
    await start.CancelAsync();
}

async Task EndWithInputAsync(LeaseBook leases)
{
    await inputEnd;
    leases.EndWhenUnused();
}
