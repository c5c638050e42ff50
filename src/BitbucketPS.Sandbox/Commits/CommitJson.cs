using System.Globalization;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Commits as the API answers them.</summary>
internal static class CommitJson
{
    private static readonly string[] s_linkedResources = ["comments", "approve", "statuses"];

    /// <summary>A commit as the target of a ref.</summary>
    public static JsonObject Full(GitCommit commit, HostedRepository repository, ApiLinks links) => new()
    {
        ["type"] = "commit",
        ["hash"] = commit.Hash,
        ["date"] = Time(commit.Date),
        ["author"] = Author(commit.AuthorName, commit.AuthorEmail, repository, links),
        ["message"] = commit.Message,
        ["links"] = Links(commit.Hash, repository, links),
        ["parents"] = new JsonArray([.. commit.Parents.Select(parent => Parent(parent, repository, links))]),
        ["repository"] = RepositoryJson.Brief(repository, links),
    };

    /// <summary>A commit by itself, or in a list of commits.</summary>
    public static JsonObject Long(GitCommit commit, HostedRepository repository, ApiLinks links)
    {
        JsonObject json = Full(commit, repository, links);
        JsonObject rendered = RenderedText.ToJson(commit.Message);
        json["rendered"] = new JsonObject { ["message"] = rendered.DeepClone() };
        json["summary"] = rendered;
        return json;
    }

    /// <summary>A commit where it is only named.</summary>
    public static JsonObject Brief(string hash, HostedRepository repository, ApiLinks links) => Parent(hash, repository, links);

    /// <summary>Times of commits carry no fraction, git having none.</summary>
    public static string Time(DateTimeOffset time)
        => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'+00:00'", CultureInfo.InvariantCulture);

    /// <summary>Whoever wrote something in git, with their account if they have one.</summary>
    public static JsonObject Author(string name, string email, HostedRepository repository, ApiLinks links)
    {
        JsonObject author = new()
        {
            ["type"] = "author",
            ["raw"] = $"{name} <{email}>",
        };

        // An author without an account has no user at all, rather than null.
        if (repository.World.FindAuthor(email) is { } account)
        {
            author["user"] = AccountJson.Brief(account, links);
        }

        return author;
    }

    private static JsonObject Links(string hash, HostedRepository repository, ApiLinks links)
    {
        string path = $"repositories/{repository.FullName}";
        JsonObject json = new()
        {
            ["self"] = links.Api($"{path}/commit/{hash}"),
            ["html"] = links.Site($"{repository.FullName}/commits/{hash}"),
            ["diff"] = links.Api($"{path}/diff/{hash}"),
            ["patch"] = links.Api($"{path}/patch/{hash}"),
        };
        foreach (string resource in s_linkedResources)
        {
            json[resource] = links.Api($"{path}/commit/{hash}/{resource}");
        }

        return json;
    }

    private static JsonObject Parent(string hash, HostedRepository repository, ApiLinks links) => new()
    {
        ["type"] = "commit",
        ["hash"] = hash,
        ["links"] = new JsonObject
        {
            ["self"] = links.Api($"repositories/{repository.FullName}/commit/{hash}"),
            ["html"] = links.Site($"{repository.FullName}/commits/{hash}"),
        },
    };
}
