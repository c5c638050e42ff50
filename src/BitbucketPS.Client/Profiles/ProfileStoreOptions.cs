namespace BitbucketPS.Profiles;

/// <summary>How the store of profiles is opened.</summary>
public sealed class ProfileStoreOptions
{
    /// <summary>
    /// The folder of its files, as a full path; null for the one in the environment variable <c>BITBUCKET_PROFILE_PATH</c>, else the user's own
    /// (<c>BitbucketPS</c> in the local application data). It is made, readable by its owner alone, when something is saved.
    /// </summary>
    public string? Directory { get; init; }

    /// <summary>
    /// Refuses to keep anything in a plain file where the platform offers no protected store. Reading a plain file that is there
    /// already is refused too.
    /// </summary>
    public bool RequiresProtection { get; init; }

    /// <summary>Is told what a person should know: that profiles lie in a plain file, that a damaged store was set aside and where. From any thread.</summary>
    public Action<string> Warn { get; init; } = static _ => { };

    /// <summary>How long the platform's store may take, since it may ask the person to unlock it, and nobody may be there.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
