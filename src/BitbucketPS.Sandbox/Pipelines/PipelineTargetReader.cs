using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Reads the target of a request to start a pipeline.</summary>
internal sealed class PipelineTargetReader
{
    private readonly HostedRepository _repository;
    private readonly JsonObject _json;
    private readonly CancellationToken _cancellationToken;

    public PipelineTargetReader(HostedRepository repository, JsonObject json, CancellationToken cancellationToken)
    {
        _repository = repository;
        _json = json;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The target, its commit found and its pipeline chosen, with the file of the commit.</summary>
    /// <exception cref="ApiException">400 for what cannot be built.</exception>
    public async Task<(PipelineTarget Target, PipelineFile File)> ReadAsync()
    {
        string type = _json.Text("type") ?? (_json.ContainsKey("ref_name") ? PipelineTarget.OfRef : PipelineTarget.OfCommit);
        return type switch
        {
            PipelineTarget.OfRef => await ReadRefAsync(),
            PipelineTarget.OfCommit => await ChooseAsync(await RequireCommitAsync(), hash => new(type, hash, PipelineSelector.Default), section: null, name: ""),
            PipelineTarget.OfPullRequest => await ReadPullRequestAsync(),
            _ => throw PipelineErrors.BadRequest($"\"{type}\" is no type of target."),
        };
    }

    private async Task<(PipelineTarget Target, PipelineFile File)> ReadRefAsync()
    {
        string name = _json.Text("ref_name") ?? throw PipelineErrors.BadRequest("The target needs a ref_name.");
        string type = _json.Text("ref_type") ?? throw PipelineErrors.BadRequest("The target needs a ref_type.");
        string head = await RequireHeadAsync(type, name);
        string commit = _json.TextAt("commit", "hash") is null ? head : await RequireCommitAsync();
        string section = type is "tag" ? PipelineSelector.Tags : PipelineSelector.Branches;
        return await ChooseAsync(
            commit, hash => new(PipelineTarget.OfRef, hash, PipelineSelector.Default) { RefType = type, RefName = name }, section, name);
    }

    private async Task<(PipelineTarget Target, PipelineFile File)> ReadPullRequestAsync()
    {
        string source = _json.Text("source") ?? throw PipelineErrors.BadRequest("The target needs a source.");
        string? destination = _json.Text("destination");
        string head = await RequireHeadAsync("branch", source);
        string commit = _json.TextAt("commit", "hash") is null ? head : await RequireCommitAsync();
        int? id = ReadPullRequestId();
        PipelineTarget Make(string hash) => new(PipelineTarget.OfPullRequest, hash, PipelineSelector.Default)
        {
            RefName = source,
            Destination = destination,
            PullRequestId = id,
        };
        return await ChooseAsync(commit, Make, PipelineSelector.PullRequests, source);
    }

    // A number, or the same as text, as the service's own example has it.
    private int? ReadPullRequestId()
    {
        if (_json["pullrequest"] is not JsonObject reference || reference["id"] is not { } id)
        {
            return null;
        }

        PullRequest? found = id is JsonValue ? _repository.World.Data.Find<PullRequest>(id.ToString(), _repository.Uuid) : null;
        return found?.Number ?? throw PipelineErrors.BadRequest($"There is no pull request {id.ToJsonString()}.");
    }

    private async Task<(PipelineTarget Target, PipelineFile File)> ChooseAsync(
        string commit, Func<string, PipelineTarget> make, string? section, string name)
    {
        PipelineFile file = await PipelineFile.ReadAsync(_repository.Git, commit, _cancellationToken);
        PipelineSelector selector = ReadSelector() ?? (section is null ? PipelineSelector.Default : file.Choose(section, name));
        if (selector.Type is PipelineSelector.Custom && (selector.Pattern is null || (!file.IsEmpty && file.Find(selector) is null)))
        {
            throw PipelineErrors.BadRequest($"There is no custom pipeline \"{selector.Pattern}\" in {PipelineFile.Name} of {commit}.");
        }

        return (make(commit) with { Selector = selector }, file);
    }

    private PipelineSelector? ReadSelector()
        => _json["selector"] is JsonObject selector && selector.Text("type") is { } type ? new(type, selector.Text("pattern")) : null;

    private async Task<string> RequireHeadAsync(string type, string name)
    {
        string? hash = type switch
        {
            "branch" => (await _repository.Git.FindBranchAsync(name, _cancellationToken))?.Target.Hash,
            "tag" => (await _repository.Git.FindTagAsync(name, _cancellationToken))?.Target.Hash,
            _ => throw PipelineErrors.BadRequest($"Git has no ref of type \"{type}\"."),
        };
        return hash ?? throw PipelineErrors.BadRequest($"There is no {type} \"{name}\".");
    }

    private async Task<string> RequireCommitAsync()
    {
        string hash = _json.TextAt("commit", "hash") ?? throw PipelineErrors.BadRequest("The target needs a commit with a hash.");
        return await _repository.Git.ResolveHashAsync(hash, _cancellationToken) ?? throw PipelineErrors.BadRequest($"There is no commit \"{hash}\".");
    }
}
