namespace BitbucketPS.Authorization;

/// <summary>Shows a page to the person who signs in: all that a sign-in knows of the machine's browsers.</summary>
public interface IBrowser
{
    /// <summary>Opens an address.</summary>
    /// <param name="address">The page, http or https.</param>
    /// <param name="cancellationToken">Ends the wait, not the browser.</param>
    /// <returns>
    /// Ends when it is known that the browser was opened; may end as late as the browser does.
    /// The sign-in listens meanwhile, and does not wait for it.
    /// </returns>
    /// <exception cref="BitbucketSignInException">It could not be opened (<see cref="BitbucketErrorKind.BrowserFailed"/>).</exception>
    Task OpenAsync(Uri address, CancellationToken cancellationToken);
}
