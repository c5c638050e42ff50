namespace BitbucketPS.Sandbox;

/// <summary>The file by which other programs of the user find this process. It goes when it is disposed.</summary>
internal sealed class SandboxRegistration : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private string? _path;

    /// <summary>Writes the file. Where it cannot be written, the sandbox runs on, and is not found.</summary>
    /// <param name="json">What it holds; secrets too.</param>
    public async Task WriteAsync(string json)
    {
        try
        {
            // A home that machines share lists the sandboxes of all of them.
            string name = FormattableString.Invariant($"{Environment.MachineName}-{Environment.ProcessId}");
            string path = Path.Combine(SandboxRegistry.Open(), $"{name}.json");
            string draft = $"{path}.new";

            // A crash may have left one: with its rights, which need not be ours.
            File.Delete(draft);
            await using (FileStream stream = new(draft, Options()))
            await using (StreamWriter writer = new(stream))
            {
                await writer.WriteAsync(json);
            }

            File.Move(draft, path, overwrite: true);
            _path = path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"Other programs do not find this sandbox by themselves: {e.Message}");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            if (_path is not null)
            {
                File.Delete(_path);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Whoever reads it next finds that nobody answers, and removes it.
        }
    }

    private static FileStreamOptions Options()
    {
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return options;
    }
}
