namespace BitbucketPS.Sandbox;

/// <summary>Deletes folders of git.</summary>
internal static class FolderRemoval
{
    /// <summary>Deletes a folder with all that is in it, if it is there.</summary>
    public static void Remove(string path)
    {
        if (!Directory.Exists(path))
        {
            return;
        }

        // git makes its objects read-only, which keeps some systems from deleting them.
        foreach (string file in Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(path, recursive: true);
    }
}
