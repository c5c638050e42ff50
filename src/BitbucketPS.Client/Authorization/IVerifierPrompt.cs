namespace BitbucketPS.Authorization;

/// <summary>Asks the person for what the authorisation page showed, where no callback can reach this machine.</summary>
public interface IVerifierPrompt
{
    /// <summary>Asks once.</summary>
    /// <param name="authorizationAddress">The page where the person gives access, to show beside the question.</param>
    /// <param name="cancellationToken">Ends the question: the sign-in was stopped, or took too long.</param>
    /// <returns>The verifier alone, or the whole address that the browser was sent to.</returns>
    Task<string> AskAsync(Uri authorizationAddress, CancellationToken cancellationToken);
}
