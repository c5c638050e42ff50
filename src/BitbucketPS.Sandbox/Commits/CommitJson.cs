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
        ["author"] = Author(commit, repository, links),
        ["message"] = commit.Message,
        ["links"] = Links(commit.Hash, repository, links),
        ["parents"] = new JsonArray([.. commit.Parents.Select(parent => Parent(parent, repository, links))]),
        ["repository"] = RepositoryJson.Brief(repository, links),
    };

    /// <summary>Times of commits carry no fraction, git having none.</summary>
    public static string Time(DateTimeOffset time)
        => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'+00:00'", CultureInfo.InvariantCulture);

    private static JsonObject Author(GitCommit commit, HostedRepository repository, ApiLinks links)
    {
        JsonObject author = new()
        {
            ["type"] = "author",
            ["raw"] = $"{commit.AuthorName} <{commit.AuthorEmail}>",
        };

        // An author without an account has no user at all, rather than null.
        if (repository.World.FindAuthor(commit.AuthorEmail) is { } account)
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
