using static BitbucketPS.Operations.OperationPaging;

namespace BitbucketPS.Operations;

/// <summary>How pipelines are set up: switch, build number, schedules, SSH, caches and OpenID Connect.</summary>
public static class PipelineConfigOperations
{
    private static readonly OperationGroup s_group = new();

    /// <summary>All operations of this group.</summary>
    public static IReadOnlyList<Operation> All => s_group.All;

    /// <summary>Gets whether pipelines are enabled in a repository.</summary>
    public static Operation GetPipelineConfig { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/pipelines_config", scopes: "repository:admin", granular: "admin:repository:bitbucket");

    /// <summary>Enables or disables pipelines in a repository.</summary>
    public static Operation UpdatePipelineConfig { get; } = s_group.Put("/repositories/{workspace}/{repo_slug}/pipelines_config", scopes: "repository:admin", granular: "admin:repository:bitbucket");

    /// <summary>Sets the number of the next build, which must be above the last.</summary>
    public static Operation UpdatePipelineBuildNumber { get; } = s_group.Put("/repositories/{workspace}/{repo_slug}/pipelines_config/build_number", scopes: "pipeline:variable", granular: "admin:pipeline:bitbucket");

    /// <summary>Lists the schedules of a repository.</summary>
    public static Operation ListPipelineSchedules { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/pipelines_config/schedules", scopes: "pipeline", granular: "read:pipeline:bitbucket", paging: ByLink);

    /// <summary>Creates a schedule.</summary>
    public static Operation CreatePipelineSchedule { get; } = s_group.Post("/repositories/{workspace}/{repo_slug}/pipelines_config/schedules", scopes: "pipeline:write", granular: "read:pipeline:bitbucket write:pipeline:bitbucket");

    /// <summary>Gets one schedule.</summary>
    public static Operation GetPipelineSchedule { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/pipelines_config/schedules/{schedule_uuid}", scopes: "pipeline", granular: "read:pipeline:bitbucket");

    /// <summary>Changes a schedule.</summary>
    public static Operation UpdatePipelineSchedule { get; } = s_group.Put("/repositories/{workspace}/{repo_slug}/pipelines_config/schedules/{schedule_uuid}", scopes: "pipeline:write", granular: "read:pipeline:bitbucket write:pipeline:bitbucket");

    /// <summary>Deletes a schedule.</summary>
    public static Operation DeletePipelineSchedule { get; } = s_group.Delete("/repositories/{workspace}/{repo_slug}/pipelines_config/schedules/{schedule_uuid}", scopes: "pipeline:write", granular: "write:pipeline:bitbucket");

    /// <summary>Lists the runs a schedule has started.</summary>
    public static Operation ListPipelineScheduleExecutions { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/pipelines_config/schedules/{schedule_uuid}/executions", scopes: "pipeline", granular: "read:pipeline:bitbucket", paging: ByLink);

    /// <summary>Gets the SSH key pair of a repository's pipelines; the private key is never answered.</summary>
    public static Operation GetPipelineSshKeyPair { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/pipelines_config/ssh/key_pair", scopes: "pipeline", granular: "read:pipeline:bitbucket");

    /// <summary>Sets the SSH key pair of a repository's pipelines.</summary>
    public static Operation UpdatePipelineSshKeyPair { get; } = s_group.Put("/repositories/{workspace}/{repo_slug}/pipelines_config/ssh/key_pair", scopes: "pipeline:variable", granular: "admin:pipeline:bitbucket");

    /// <summary>Deletes the SSH key pair of a repository's pipelines.</summary>
    public static Operation DeletePipelineSshKeyPair { get; } = s_group.Delete("/repositories/{workspace}/{repo_slug}/pipelines_config/ssh/key_pair", scopes: "pipeline:variable", granular: "admin:pipeline:bitbucket");

    /// <summary>Lists the SSH hosts a repository's pipelines know.</summary>
    public static Operation ListPipelineKnownHosts { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/pipelines_config/ssh/known_hosts", scopes: "pipeline", granular: "read:pipeline:bitbucket", paging: ByLink);

    /// <summary>Adds a known SSH host.</summary>
    public static Operation CreatePipelineKnownHost { get; } = s_group.Post("/repositories/{workspace}/{repo_slug}/pipelines_config/ssh/known_hosts", scopes: "pipeline:variable", granular: "admin:pipeline:bitbucket");

    /// <summary>Gets one known SSH host.</summary>
    public static Operation GetPipelineKnownHost { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/pipelines_config/ssh/known_hosts/{known_host_uuid}", scopes: "pipeline", granular: "read:pipeline:bitbucket");

    /// <summary>Changes a known SSH host.</summary>
    public static Operation UpdatePipelineKnownHost { get; } = s_group.Put("/repositories/{workspace}/{repo_slug}/pipelines_config/ssh/known_hosts/{known_host_uuid}", scopes: "pipeline:variable", granular: "admin:pipeline:bitbucket");

    /// <summary>Deletes a known SSH host.</summary>
    public static Operation DeletePipelineKnownHost { get; } = s_group.Delete("/repositories/{workspace}/{repo_slug}/pipelines_config/ssh/known_hosts/{known_host_uuid}", scopes: "pipeline:variable", granular: "admin:pipeline:bitbucket");

    /// <summary>Lists the caches of a repository's pipelines.</summary>
    public static Operation ListPipelineCaches { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/pipelines-config/caches", scopes: "pipeline", granular: "read:pipeline:bitbucket", paging: ByLink);

    /// <summary>Deletes every cache of a given name.</summary>
    public static Operation DeletePipelineCachesByName { get; } = s_group.Delete("/repositories/{workspace}/{repo_slug}/pipelines-config/caches", scopes: "pipeline:write", granular: "write:pipeline:bitbucket", query: "name!");

    /// <summary>Deletes one cache.</summary>
    public static Operation DeletePipelineCache { get; } = s_group.Delete("/repositories/{workspace}/{repo_slug}/pipelines-config/caches/{cache_uuid}", scopes: "pipeline:write", granular: "write:pipeline:bitbucket");

    /// <summary>Gets the address of a cache's bytes, on another host.</summary>
    public static Operation GetPipelineCacheContentUri { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/pipelines-config/caches/{cache_uuid}/content-uri", scopes: "pipeline", granular: "read:pipeline:bitbucket");

    /// <summary>Gets the OpenID Connect discovery document of a workspace's pipelines; needs no sign-in.</summary>
    public static Operation GetPipelineOidcConfiguration { get; } = s_group.Get("/workspaces/{workspace}/pipelines-config/identity/oidc/.well-known/openid-configuration");

    /// <summary>Gets the keys that sign the OpenID Connect tokens of a workspace's pipelines; needs no sign-in.</summary>
    public static Operation GetPipelineOidcKeys { get; } = s_group.Get("/workspaces/{workspace}/pipelines-config/identity/oidc/keys.json");
}
