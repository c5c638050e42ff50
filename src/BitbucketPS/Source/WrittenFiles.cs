namespace BitbucketPS.Cmdlets;

/// <summary>The files that a cmdlet writes: each once, for of two with one name only the last would be left.</summary>
/// <param name="advice">What to do instead of writing one twice.</param>
internal sealed class WrittenFiles(string advice)
{
    private readonly Dictionary<string, Task<bool>> _outcomes = new(Comparer);

    private static StringComparer Comparer
        => OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    /// <summary>Writes a file, unless one before it was written there; to be called in the order of the inputs.</summary>
    /// <param name="what">What is written, for the error.</param>
    /// <param name="file">Where to.</param>
    /// <param name="copy">Writes the bytes.</param>
    /// <param name="cancellationToken">Ends the wait for the one before it.</param>
    public IAsyncEnumerable<object?> Save(string what, string file, Func<Stream, Task> copy, CancellationToken cancellationToken)
    {
        Task<bool> before = _outcomes.GetValueOrDefault(file, Task.FromResult(false));
        TaskCompletionSource<bool> outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _outcomes[file] = outcome.Task;
        return Results.None(async () =>
        {
            bool isThere = false;
            try
            {
                isThere = await before.WaitAsync(cancellationToken).ConfigureAwait(false);
                if (isThere)
                {
                    throw Twice(what, file);
                }

                await OutputFile.WriteAsync(file, copy).ConfigureAwait(false);
                isThere = true;
            }
            finally
            {
                outcome.SetResult(isThere);
            }
        });
    }

    private BitbucketException Twice(string what, string file)
        => new(BitbucketErrorKind.InvalidArgument, $"'{what}' would replace what was just written to '{file}'.")
        {
            RecommendedAction = advice,
        };
}
