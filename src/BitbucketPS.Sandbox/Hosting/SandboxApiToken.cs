namespace BitbucketPS.Sandbox;

/// <summary>An API token, which signs in by Basic authentication.</summary>
public sealed class SandboxApiToken
{
    internal SandboxApiToken(string email, string token)
    {
        Email = email;
        Token = token;
    }

    /// <summary>The user name: the e-mail address of the account, as Bitbucket wants it.</summary>
    public string Email { get; }

    /// <summary>The password; another one on every start without a data folder.</summary>
    public string Token { get; }

    /// <summary>The e-mail address, never the token.</summary>
    public override string ToString() => Email;
}
