using System.Globalization;

namespace BitbucketPS.Benchmarks.Server;

/// <summary>The JSON of repositories as Bitbucket Cloud answers it, with an invented workspace.</summary>
internal static class RepositoryText
{
    private const string Api = "https://api.bitbucket.org/2.0";
    private const string Site = "https://bitbucket.org";

    /// <summary>The slug of the repository at a place of the workspace's list.</summary>
    public static string Slug(int index) => string.Create(CultureInfo.InvariantCulture, $"service-{index:000}");

    /// <summary>The whole object.</summary>
    public static string Make(string workspace, string slug)
    {
        string name = $"{workspace}/{slug}";
        string self = $"{Api}/repositories/{name}";
        return $$$"""
            {"scm":"git","website":"","has_wiki":false,"name":"{{{slug}}}","links":{
            "watchers":{"href":"{{{self}}}/watchers"},"branches":{"href":"{{{self}}}/refs/branches"},"tags":{"href":"{{{self}}}/refs/tags"},
            "commits":{"href":"{{{self}}}/commits"},"clone":[{"href":"{{{Site}}}/{{{name}}}.git","name":"https"},
            {"href":"git@bitbucket.org:{{{name}}}.git","name":"ssh"}],"self":{"href":"{{{self}}}"},"source":{"href":"{{{self}}}/src"},
            "html":{"href":"{{{Site}}}/{{{name}}}"},
            "avatar":{"href":"https://bytebucket.org/ravatar/%7B{{{BranchText.Uuid(slug.Length)}}}%7D?ts=default"},
            "hooks":{"href":"{{{self}}}/hooks"},"forks":{"href":"{{{self}}}/forks"},"downloads":{"href":"{{{self}}}/downloads"},
            "pullrequests":{"href":"{{{self}}}/pullrequests"}},"fork_policy":"no_public_forks","uuid":"{{{BranchText.Braced(BranchText.Uuid(slug.Length))}}}",
            "language":"c#","created_on":"2023-09-20T12:49:08.541926+00:00","mainbranch":{"type":"branch","name":"main"},
            "full_name":"{{{name}}}","has_issues":false,"owner":{{{Owner(workspace)}}},"workspace":{{{Workspace(workspace)}}},
            "project":{{{Project(workspace)}}},"updated_on":"2026-09-21T15:53:38.794718+00:00","size":84351,"type":"repository",
            "slug":"{{{slug}}}","is_private":true,"description":"One of the services behind the site.","parent":null}
            """.ReplaceLineEndings("");
    }

    private static string Owner(string workspace) => $$$"""
        {"username":"{{{workspace}}}","display_name":"{{{workspace}}}","type":"team","uuid":"{{{BranchText.Braced(BranchText.Uuid(1))}}}",
        "links":{"self":{"href":"{{{Api}}}/workspaces/{{{workspace}}}"},"html":{"href":"{{{Site}}}/{{{workspace}}}/"},
        "avatar":{"href":"{{{Site}}}/account/{{{workspace}}}/avatar/"}}
        }
        """;

    private static string Workspace(string workspace) => $$$"""
        {"type":"workspace","uuid":"{{{BranchText.Braced(BranchText.Uuid(1))}}}","name":"{{{workspace}}}","slug":"{{{workspace}}}",
        "links":{"avatar":{"href":"{{{Site}}}/workspaces/{{{workspace}}}/avatar/?ts=1644525365"},
        "html":{"href":"{{{Site}}}/{{{workspace}}}/"},"self":{"href":"{{{Api}}}/workspaces/{{{workspace}}}"}}
        }
        """;

    private static string Project(string workspace) => $$$"""
        {"type":"project","key":"SVC","uuid":"{{{BranchText.Braced(BranchText.Uuid(2))}}}","name":"Services",
        "links":{"self":{"href":"{{{Api}}}/workspaces/{{{workspace}}}/projects/SVC"},
        "html":{"href":"{{{Site}}}/{{{workspace}}}/workspace/projects/SVC"},
        "avatar":{"href":"{{{Site}}}/{{{workspace}}}/workspace/projects/SVC/avatar/32?ts=1644525770"}}
        }
        """;
}
