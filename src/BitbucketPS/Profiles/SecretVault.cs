using System.Management.Automation;
using System.Security;

namespace BitbucketPS.Profiles;

/// <summary>One vault, and the texts in it. A text goes in and comes out as a SecureString: logs of parameters show no more than that.</summary>
internal sealed class SecretVault(SecretModule module, string name)
{
    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>The names of its secrets.</summary>
    /// <param name="filter">A name, or one with wildcards. Some vaults send more than that.</param>
    public IReadOnlyList<string> Find(string filter)
        =>
        [
            .. Call("The secrets cannot be listed", hadSecret: false, "Get-SecretInfo", ("Name", filter))
                .Select(info => info.Properties["Name"]?.Value?.ToString())
                .OfType<string>(),
        ];

    /// <summary>Whether there is a secret of a name.</summary>
    public bool Has(string secret) => Find(secret).Contains(secret, StringComparer.OrdinalIgnoreCase);

    /// <summary>The text of a secret; null if there is none of the name.</summary>
    public string? Read(string secret) => Has(secret) ? Get(secret) : null;

    /// <summary>Keeps a text, and makes sure of it: some vaults only warn that they did not.</summary>
    public void Write(string secret, string text)
    {
        using SecureString value = new();
        foreach (char c in text)
        {
            value.AppendChar(c);
        }

        value.MakeReadOnly();
        Call($"'{secret}' is not saved", hadSecret: true, "Set-Secret", ("Name", secret), ("SecureStringSecret", value));
        if (!string.Equals(Read(secret), text, StringComparison.Ordinal))
        {
            throw VaultErrors.NotKept(name, secret);
        }
    }

    /// <summary>Removes a secret that is there.</summary>
    public void Remove(string secret)
    {
        Call($"'{secret}' is not removed", hadSecret: false, "Remove-Secret", ("Name", secret));
        if (Has(secret))
        {
            throw VaultErrors.NotRemoved(name, secret);
        }
    }

    private string Get(string secret)
        => Call($"'{secret}' cannot be read", hadSecret: true, "Get-Secret", ("Name", secret)) is [{ } value]
            ? value.BaseObject switch
            {
                SecureString text => Secret.Reveal(text),
                string text => text,
                _ => throw VaultErrors.NoProfile(name, secret),
            }
            : throw VaultErrors.NoProfile(name, secret);

    private IReadOnlyList<PSObject> Call(string failure, bool hadSecret, string command, params (string Name, object Value)[] parameters)
    {
        try
        {
            return module.Invoke(command, [.. parameters, ("Vault", name)]);
        }
        catch (RuntimeException e) when (e is not PipelineStoppedException)
        {
            throw VaultErrors.Failed(failure, name, e, hadSecret);
        }
    }
}
