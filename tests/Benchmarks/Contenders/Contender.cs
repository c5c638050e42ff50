namespace BitbucketPS.Benchmarks.Contenders;

/// <summary>One way to read branches. It lives in a process of its own, and is used for one run after the other.</summary>
internal abstract class Contender : IDisposable
{
    /// <summary>The workspace that is read.</summary>
    protected const string Workspace = "acme";

    /// <summary>The repository that is read.</summary>
    protected const string Repository = "acme/website";

    /// <summary>Something that the server takes for a credential, as it does with anything.</summary>
    protected const string Token = "token";

    /// <summary>Gets ready: what a user does once, before the first list.</summary>
    /// <returns>Why it cannot take part; null if it can.</returns>
    public abstract string? Prepare(Uri server);

    /// <summary>Does what is timed.</summary>
    /// <exception cref="NotSupportedException">This one does not do such a job.</exception>
    public abstract Task RunAsync(Job job, Arrivals arrivals);

    /// <summary>The name of a branch that it handed over.</summary>
    public abstract string NameOf(object branch);

    /// <inheritdoc />
    public abstract void Dispose();
}
