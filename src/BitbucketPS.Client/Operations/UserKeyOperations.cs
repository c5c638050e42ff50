using static BitbucketPS.Operations.OperationPaging;

namespace BitbucketPS.Operations;

/// <summary>The SSH and GPG keys of accounts.</summary>
public static class UserKeyOperations
{
    private static readonly OperationGroup s_group = new();

    /// <summary>All operations of this group.</summary>
    public static IReadOnlyList<Operation> All => s_group.All;

    /// <summary>Lists the SSH keys of an account.</summary>
    public static Operation ListSshKeys { get; } = s_group.Get("/users/{selected_user}/ssh-keys", scopes: "account", granular: "read:ssh-key:bitbucket", paging: ByLink);

    /// <summary>Adds an SSH key to an account.</summary>
    public static Operation CreateSshKey { get; } = s_group.Post("/users/{selected_user}/ssh-keys", scopes: "account:write", granular: "read:ssh-key:bitbucket write:ssh-key:bitbucket", query: "expires_on");

    /// <summary>Gets one SSH key of an account.</summary>
    public static Operation GetSshKey { get; } = s_group.Get("/users/{selected_user}/ssh-keys/{key_id}", scopes: "account", granular: "read:ssh-key:bitbucket");

    /// <summary>Changes the label of an SSH key.</summary>
    public static Operation UpdateSshKey { get; } = s_group.Put("/users/{selected_user}/ssh-keys/{key_id}", scopes: "account:write", granular: "read:ssh-key:bitbucket write:ssh-key:bitbucket");

    /// <summary>Deletes an SSH key of an account.</summary>
    public static Operation DeleteSshKey { get; } = s_group.Delete("/users/{selected_user}/ssh-keys/{key_id}", scopes: "account:write", granular: "delete:ssh-key:bitbucket");

    /// <summary>Lists the GPG keys of an account.</summary>
    public static Operation ListGpgKeys { get; } = s_group.Get("/users/{selected_user}/gpg-keys", scopes: "account", granular: "read:gpg-key:bitbucket", paging: ByLink);

    /// <summary>Adds a GPG key to an account.</summary>
    public static Operation CreateGpgKey { get; } = s_group.Post("/users/{selected_user}/gpg-keys", scopes: "account:write", granular: "read:gpg-key:bitbucket write:gpg-key:bitbucket");

    /// <summary>Gets one GPG key of an account.</summary>
    public static Operation GetGpgKey { get; } = s_group.Get("/users/{selected_user}/gpg-keys/{fingerprint}", scopes: "account", granular: "read:gpg-key:bitbucket");

    /// <summary>Deletes a GPG key of an account.</summary>
    public static Operation DeleteGpgKey { get; } = s_group.Delete("/users/{selected_user}/gpg-keys/{fingerprint}", scopes: "account:write", granular: "delete:gpg-key:bitbucket");
}
