using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The operations about how Pipelines is set up in a repository.</summary>
internal static class PipelineConfigOperations
{
    private const int GreatestNumber = 1_000_000_000;

    public static void AddTo(HandlerTable handlers)
    {
        handlers.Add("GET ~/pipelines_config", Get);
        handlers.Add("PUT ~/pipelines_config", Put);
        handlers.Add("PUT ~/pipelines_config/build_number", PutBuildNumber);
        handlers.Add("GET ~/pipelines_config/ssh/key_pair", GetKeyPair);
        handlers.Add("PUT ~/pipelines_config/ssh/key_pair", PutKeyPair);
        handlers.Add("DELETE ~/pipelines_config/ssh/key_pair", DeleteKeyPair);
        ItemOperations.Add(handlers, KnownHostCollection.Items);
    }

    private static ApiAnswer Get(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository(AccessLevel.Admin);
        return ApiAnswer.Ok(ToJson(call, repository, PipelineSettings.Of(call.Data, repository)));
    }

    private static ApiAnswer Put(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository(AccessLevel.Admin);
        bool isEnabled = call.Json.Boolean("enabled") ?? throw PipelineErrors.BadRequest("enabled is true or false.");
        PipelineSettings settings = PipelineSettings.Of(call.Data, repository) with { IsEnabled = isEnabled };
        return ApiAnswer.Ok(ToJson(call, repository, call.Data.Put(settings, repository.Uuid)));
    }

    private static JsonObject ToJson(ApiCall call, HostedRepository repository, PipelineSettings settings) => new()
    {
        ["type"] = "repository_pipelines_configuration",
        ["enabled"] = settings.IsEnabled,
        ["repository"] = RepositoryJson.Brief(repository, call.Links),
    };

    private static ApiAnswer PutBuildNumber(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository(AccessLevel.Admin);
        int next = call.Json.Integer("next") ?? throw PipelineErrors.BadRequest("next is a number.");
        int last = PipelineBook.LastNumber(call.Data, repository);
        if (next <= last || next > GreatestNumber)
        {
            throw PipelineErrors.BadRequest($"The next build number must be greater than {last}, the number of the last pipeline, and at most {GreatestNumber}.");
        }

        PipelineBook.SetLastNumber(call.Data, repository, next - 1);
        return ApiAnswer.Ok(new JsonObject { ["type"] = "pipeline_build_number", ["next"] = next });
    }

    private static ApiAnswer GetKeyPair(ApiCall call)
    {
        ItemOwner owner = ItemOwner.OfRepository(call, AccessLevel.Read);
        return ApiAnswer.Ok(ToJson(RequireKeyPair(call, owner.Repository!)));
    }

    private static ApiAnswer PutKeyPair(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository(AccessLevel.Admin);
        string privateKey = call.Json.Text("private_key") ?? "";
        string publicKey = call.Json.Text("public_key") ?? "";
        if (!privateKey.Contains("PRIVATE KEY-----", StringComparison.Ordinal))
        {
            throw PipelineErrors.BadRequest("The private key is not in PEM form.");
        }

        if (publicKey.Split(' ') is not [{ Length: > 0 }, { Length: > 0 }, ..])
        {
            throw PipelineErrors.BadRequest("The public key is not in the form of OpenSSH: a type and a key.");
        }

        PipelineSettings settings = PipelineSettings.Of(call.Data, repository) with { PrivateKey = privateKey, PublicKey = publicKey };
        return ApiAnswer.Ok(ToJson(call.Data.Put(settings, repository.Uuid)));
    }

    private static ApiAnswer DeleteKeyPair(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository(AccessLevel.Admin);
        call.Data.Put(RequireKeyPair(call, repository) with { PrivateKey = null, PublicKey = null }, repository.Uuid);
        return ApiAnswer.NoContent;
    }

    private static PipelineSettings RequireKeyPair(ApiCall call, HostedRepository repository)
    {
        PipelineSettings settings = PipelineSettings.Of(call.Data, repository);
        return settings.PublicKey is not null ? settings : throw PipelineErrors.NotFound("SSH key pair");
    }

    private static JsonObject ToJson(PipelineSettings settings)
        => new() { ["type"] = "pipeline_ssh_key_pair", ["public_key"] = settings.PublicKey };
}
