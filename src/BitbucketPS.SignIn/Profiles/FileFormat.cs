namespace BitbucketPS.SignIn.Profiles;

/// <summary>How the bytes of a slot become a file.</summary>
/// <param name="Name">What a list of profiles calls it.</param>
/// <param name="LockName">The name of the lock file.</param>
/// <param name="Suffix">What tells its files from those of other formats.</param>
/// <param name="Read">Reads a file that exists.</param>
/// <param name="Write">Writes a file that does not.</param>
internal sealed record FileFormat(string Name, string LockName, string Suffix, Func<string, byte[]> Read, Action<string, byte[]> Write);
