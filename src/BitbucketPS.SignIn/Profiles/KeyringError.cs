namespace BitbucketPS.SignIn.Profiles;

/// <summary>Finds the sentence for a person in what the package says of a keyring.</summary>
internal static class KeyringError
{
    private const string Before = "message:'";

    /// <summary>Says why, as the end of a sentence.</summary>
    /// <param name="exception">What was thrown.</param>
    public static string Explain(Exception exception)
    {
        Exception cause = exception.GetBaseException();
        if (cause is DllNotFoundException)
        {
            return "the library libsecret is not installed";
        }

        // "An error was encountered while reading secret … message:'Cannot create an item in a locked collection'…"
        string message = cause.Message;
        int start = message.IndexOf(Before, StringComparison.Ordinal);
        if (start >= 0)
        {
            start += Before.Length;
            int end = message.IndexOf('\'', start);
            message = end < 0 ? message[start..] : message[start..end];
        }

        return message switch
        {
            _ when message.Contains("locked collection", StringComparison.Ordinal) => "it is locked",
            _ when message.Contains("org.freedesktop.secrets was not provided", StringComparison.Ordinal) => "no keyring is running",
            _ => message.TrimEnd('.', ' '),
        };
    }
}
