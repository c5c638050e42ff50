namespace BitbucketPS.Sandbox;

/// <summary>
/// The sandbox cannot start or go on for a reason its user can remove: a taken port, no git command.
/// The message says what is wrong in one sentence; there is nothing to learn from the stack.
/// </summary>
public sealed class SandboxException : Exception
{
    /// <summary>Says what is wrong.</summary>
    /// <param name="message">One sentence for the person who started the sandbox.</param>
    /// <param name="cause">What the platform reported, if anything.</param>
    public SandboxException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
