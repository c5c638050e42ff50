namespace BitbucketPS.SignIn.Profiles;

/// <summary>Slots that are files of a folder.</summary>
/// <param name="folder">The folder.</param>
/// <param name="format">How they are written.</param>
internal sealed class FileSlots(StoreFolder folder, FileFormat format) : ISlotStorage
{
    private volatile string? _obstacle;

    public string Name => format.Name;

    public string LockName => format.LockName;

    public string? Obstacle => _obstacle;

    public bool WasUsed => SlotPair.Slots.Any(slot => File.Exists(PathOf(slot)));

    public void GiveUp(string reason) => _obstacle = reason;

    public string Describe(string slot) => $"'{PathOf(slot)}'";

    public byte[]? Read(string slot)
    {
        string path = PathOf(slot);
        folder.RefuseOthers();
        try
        {
            PlainFile.RefuseLink(path);
            return format.Read(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreFailure.Failed($"The saved profiles cannot be read: {e.Message}", e);
        }
    }

    public void ProveOpen()
    {
        // A file that cannot be read says so.
    }

    public void Write(string slot, byte[] data)
    {
        string path = PathOf(slot);
        string fresh = path + ".new";
        try
        {
            PlainFile.RefuseLink(path);

            // Of a process that was killed. Deleted, since it may have been made under another mode or by link.
            File.Delete(fresh);
            format.Write(fresh, data);

            // Whole or not at all: who is killed in the middle leaves the slot as it was.
            File.Move(fresh, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Forget(fresh);
            throw StoreFailure.Failed($"The profile cannot be saved: {e.Message}", e);
        }
    }

    public bool TrySetAside(string slot, string aside)
    {
        string target = PathOf(aside);
        if (Path.Exists(target))
        {
            return false;
        }

        try
        {
            File.Move(PathOf(slot), target);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreFailure.Failed($"The saved profiles are damaged, and cannot be set aside: {e.Message}", e);
        }
    }

    private static void Forget(string fresh)
    {
        try
        {
            File.Delete(fresh);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next write deletes it; what went wrong first is what a person should hear of.
        }
    }

    private string PathOf(string slot) => folder.File($"profiles.{slot}{format.Suffix}");
}
