using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace BitbucketPS.Authorization;

/// <summary>The person's own browser: the command in <c>BROWSER</c>, else what the platform opens addresses with.</summary>
/// <remarks>
/// No shell is involved. The command's input is empty and its output is thrown away, so that it cannot garble a terminal.
/// A command that fails within ten seconds has shown nothing to anyone; one that ends badly later was a browser somebody closed.
/// </remarks>
public sealed class SystemBrowser : IBrowser
{
    private const string Placeholder = "%s";

    private static readonly TimeSpan s_early = TimeSpan.FromSeconds(10);

    private readonly string? _command;
    private readonly TimeProvider _timeProvider;

    /// <summary>Opens addresses with a command.</summary>
    /// <param name="command">
    /// A program and perhaps arguments, with quotes where needed. Each <c>%s</c> in the arguments becomes the address;
    /// without one the address is the last argument. Null or blank: the platform's opener.
    /// </param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    public SystemBrowser(string? command, TimeProvider? timeProvider = null)
    {
        _command = string.IsNullOrWhiteSpace(command) ? null : command.Trim();
        _timeProvider = timeProvider ?? TimeProvider.System;
    }

    /// <summary>The browser that the environment variable <c>BROWSER</c> names, as it is now.</summary>
    public static SystemBrowser FromEnvironment() => new(Environment.GetEnvironmentVariable("BROWSER"));

    /// <inheritdoc />
    public async Task OpenAsync(Uri address, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https"))
        {
            throw new BitbucketException(BitbucketErrorKind.InvalidArgument, $"'{address}' is no address that a browser opens.");
        }

        ProcessStartInfo start = StartInfo(address.AbsoluteUri);
        long begin = _timeProvider.GetTimestamp();
        using Process? process = Start(start);
        if (process is null || start.UseShellExecute)
        {
            return;
        }

        process.StandardInput.Close();
        _ = DrainAsync(process.StandardOutput.BaseStream);
        _ = DrainAsync(process.StandardError.BaseStream);
        await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        if (process.ExitCode != 0 && _timeProvider.GetElapsedTime(begin) < s_early)
        {
            string code = process.ExitCode.ToString(CultureInfo.InvariantCulture);
            throw Failed($"The browser command '{start.FileName}' ended at once, with exit code {code}.");
        }
    }

    private ProcessStartInfo StartInfo(string address)
    {
        if (_command is null && OperatingSystem.IsWindows())
        {
            return new(address) { UseShellExecute = true };
        }

        IReadOnlyList<string> words = Words();
        bool hasPlace = words.Skip(1).Any(word => word.Contains(Placeholder, StringComparison.Ordinal));
        IEnumerable<string> arguments = words.Skip(1).Select(word => word.Replace(Placeholder, address, StringComparison.Ordinal));
        return new(words[0], hasPlace ? arguments : arguments.Append(address))
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }

    private IReadOnlyList<string> Words()
    {
        if (_command is null)
        {
            return [OperatingSystem.IsMacOS() ? "open" : "xdg-open"];
        }

        // A path with blanks is often given as it is.
        IReadOnlyList<string> words = File.Exists(_command) ? [_command] : CommandLine.Split(_command, !OperatingSystem.IsWindows());
        return words is [{ Length: > 0 }, ..] ? words : throw Failed($"BROWSER names no program: {_command}");
    }

    private static Process? Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (Exception e) when (e is Win32Exception or IOException or InvalidOperationException or PlatformNotSupportedException)
        {
            throw Failed($"The browser command '{(start.UseShellExecute ? "(the system's own)" : start.FileName)}' could not be started.", e);
        }
    }

    // A pipe that nobody reads stops the browser once it is full.
    private static async Task DrainAsync(Stream output)
    {
        try
        {
            await using (output.ConfigureAwait(false))
            {
                await output.CopyToAsync(Stream.Null).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // It ended in the middle of a word.
        }
    }

    private static BitbucketSignInException Failed(string message, Exception? innerException = null)
        => new(BitbucketErrorKind.BrowserFailed, message, innerException)
        {
            RecommendedAction = "Sign in with -NoBrowser and open the address that is shown by hand, or set BROWSER to a command that works.",
        };
}
