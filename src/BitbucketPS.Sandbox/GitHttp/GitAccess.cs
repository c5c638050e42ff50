namespace BitbucketPS.Sandbox;

/// <summary>Decides who may fetch from and push to a repository.</summary>
internal static class GitAccess
{
    /// <summary>Lets a request pass or not.</summary>
    /// <param name="repository">What it is about; null if there is no such repository.</param>
    /// <param name="credential">Who asks; null for nobody in particular.</param>
    /// <param name="service">What for.</param>
    /// <exception cref="GitRefusal">401, 403 or 404.</exception>
    public static HostedRepository Require(HostedRepository? repository, Credential? credential, GitService service)
    {
        // An unknown repository asks for a credential as a private one does, so that nobody learns which names exist.
        bool isOpen = repository is { IsPrivate: false } && !service.Writes;
        if (credential is null)
        {
            return isOpen ? repository! : throw GitRefusal.Unauthorized("You must be authenticated to access this resource.");
        }

        if (repository is null || AccessRules.LevelOf(credential, repository) < AccessLevel.Read)
        {
            throw new GitRefusal(404, "Repository not found. Either it does not exist, or you do not have access to it.");
        }

        if (!service.Scopes.AreGrantedTo(credential))
        {
            string required = string.Join(", ", service.Scopes.For(credential));
            throw new GitRefusal(403, $"Your credentials lack one or more required privilege scopes: {required}.");
        }

        return !service.Writes || AccessRules.LevelOf(credential, repository) >= AccessLevel.Write
            ? repository
            : throw new GitRefusal(403, "Your account does not have write access to this repository.");
    }
}
