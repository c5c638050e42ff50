using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Comments about commits as the API answers them.</summary>
internal static class CommitCommentJson
{
    public static JsonObject Full(CommitComment comment, HostedRepository repository, string hash, ApiLinks links)
    {
        JsonObject json = CommentJson.Full(
            comment,
            "commit_comment",
            $"repositories/{repository.FullName}/commit/{hash}/comments",
            $"{repository.FullName}/commits/{hash}",
            repository.World,
            links);
        json["commit"] = CommitJson.Brief(hash, repository, links);
        return json;
    }
}
