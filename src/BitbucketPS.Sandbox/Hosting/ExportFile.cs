namespace BitbucketPS.Sandbox;

/// <summary>A file with everything that a sandbox holds.</summary>
internal static class ExportFile
{
    /// <summary>Writes it, for its user only: variables and webhooks hold secrets. It is there wholly or not at all.</summary>
    public static async Task WriteAsync(string path, SandboxServer server, CancellationToken cancellationToken)
    {
        string draft = $"{path}.{Path.GetRandomFileName()}";
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 1 << 20 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            await using (FileStream stream = new(draft, options))
            {
                await server.ExportAsync(stream, cancellationToken);
            }

            File.Move(draft, path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }
}
