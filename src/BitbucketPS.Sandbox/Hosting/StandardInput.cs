namespace BitbucketPS.Sandbox;

/// <summary>The standard input of a program that ends with it.</summary>
internal static class StandardInput
{
    /// <summary>Ends when it is closed. Reading takes a thread of its own: a start needs the few that the pool of a small machine has.</summary>
    public static Task WaitForEndAsync()
        => Task.Factory.StartNew(Read, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static void Read()
    {
        try
        {
            Console.OpenStandardInput().CopyTo(Stream.Null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What cannot be read any more is as good as closed.
        }
    }
}
