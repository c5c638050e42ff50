namespace BitbucketPS.SignIn.Profiles;

/// <summary>What one opened store tells a person, each of it once.</summary>
/// <param name="warn">Tells it.</param>
internal sealed class StoreWarnings(Action<string> warn)
{
    private int _saved;
    private int _missing;
    private int _left;

    /// <summary>Something was saved in the plain file.</summary>
    /// <param name="where">The file.</param>
    /// <param name="why">Why not in the protected storage.</param>
    public void SavedInFile(string where, string why)
        => Once(ref _saved, $"The profile is saved in the plain files {where}, which only you can read, since no protected store can be reached: {why}.");

    /// <summary>Profiles were looked for, and the protected storage that has some could not be reached.</summary>
    /// <param name="place">The protected storage.</param>
    /// <param name="why">Why.</param>
    public void ProtectedMissing(ProfilePlace place, string why)
    {
        if (place.WasUsed)
        {
            Once(ref _missing, $"Profiles were saved in the {place.Name.ToLowerInvariant()}, and cannot be read now: {why}.");
        }
    }

    /// <summary>There is a plain file, and it may not be read.</summary>
    /// <param name="file">The file.</param>
    public void FileLeftAlone(ProfilePlace file)
    {
        if (file.WasUsed)
        {
            Once(ref _left, $"The plain files {file.Description} hold profiles too; they are left alone, since a protected store is required.");
        }
    }

    private void Once(ref int told, string message)
    {
        if (Interlocked.Exchange(ref told, 1) == 0)
        {
            warn(message);
        }
    }
}
