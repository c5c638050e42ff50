namespace BitbucketPS.SignIn.Tests;

/// <summary>Stands for the end of the process: nothing handles it.</summary>
internal sealed class KilledException : Exception;
