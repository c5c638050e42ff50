namespace BitbucketPS.Sandbox;

/// <summary>What was read of the refs of a repository, for as long as they stay as they are: many requests ask for the same.</summary>
/// <typeparam name="T">What was read.</typeparam>
internal sealed class RefCache<T>
    where T : class
{
    private readonly string _repository;
    private readonly Func<CancellationToken, Task<T>> _read;
    private Tuple<string, T>? _known;

    /// <summary>Knows nothing yet.</summary>
    /// <param name="repository">The folder of the repository.</param>
    /// <param name="read">Asks git.</param>
    public RefCache(string repository, Func<CancellationToken, Task<T>> read)
    {
        _repository = repository;
        _read = read;
    }

    public async Task<T> GetAsync(CancellationToken cancellationToken)
    {
        // Taken before git is asked: a change in between makes the next reader ask again.
        RefFingerprint fingerprint = RefFingerprint.Take(_repository);
        Tuple<string, T>? known = Volatile.Read(ref _known);
        if (known is not null && fingerprint.IsSettled && string.Equals(known.Item1, fingerprint.Text, StringComparison.Ordinal))
        {
            return known.Item2;
        }

        T value = await _read(cancellationToken);
        if (fingerprint.IsSettled)
        {
            Volatile.Write(ref _known, Tuple.Create(fingerprint.Text, value));
        }

        return value;
    }
}
