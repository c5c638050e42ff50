using System.Globalization;

namespace BitbucketPS.Benchmarks.Server;

/// <summary>The JSON of branches as Bitbucket Cloud answers it, member for member, with invented people and work.</summary>
internal static class BranchText
{
    /// <summary>How many there are that differ in more than number and hashes.</summary>
    public const int Variants = 100;

    private const string Api = "https://api.bitbucket.org/2.0";
    private const string Site = "https://bitbucket.org";

    private static readonly string[] s_people =
        ["Asha Rao", "J\\u00f6rg M\\u00fcller", "Niamh O'Connor", "\\u6797\\u7f8e", "Dana Demo", "Tom\\u00e1s Pereira", "Ingrid Solberg"];

    private static readonly string[] s_kinds = ["feature", "bugfix", "hotfix", "task", "spike"];
    private static readonly string[] s_verbs = ["keep", "move", "explain", "remove", "retry", "measure", "rename", "cache", "sort", "guard"];
    private static readonly string[] s_things = ["the basket", "sign-in", "old invoices", "the search page", "time zones", "uploads", "the nightly job", "error pages"];

    /// <summary>The text of one branch, with the gaps of <see cref="BranchTemplate"/>.</summary>
    /// <param name="repository"><c>workspace/slug</c></param>
    /// <param name="variant">From 0 to <see cref="Variants"/>.</param>
    public static string Make(string repository, int variant)
    {
        string work = $"{Pick(s_verbs, variant)} {Pick(s_things, variant / 3)}";
        string name = $"{Pick(s_kinds, variant)}/{BranchTemplate.Number}-{work.Replace(' ', '-')}";
        return $$$"""
            {"name":"{{{name}}}","target":{{{Commit(repository, variant, work)}}},"links":{
            "self":{"href":"{{{Api}}}/repositories/{{{repository}}}/refs/branches/{{{name}}}"},
            "commits":{"href":"{{{Api}}}/repositories/{{{repository}}}/commits/{{{name}}}"},
            "html":{"href":"{{{Site}}}/{{{repository}}}/branch/{{{name}}}"},
            "pullrequest_create":{"href":"{{{Site}}}/{{{repository}}}/pull-requests/new?source={{{name}}}&t=1"}},
            "type":"branch",
            "merge_strategies":["merge_commit","squash","fast_forward","squash_fast_forward","rebase_fast_forward","rebase_merge"],
            "sync_strategies":["merge_commit","rebase"],"default_merge_strategy":"merge_commit"}
            """.ReplaceLineEndings("");
    }

    private static string Commit(string repository, int variant, string work)
    {
        string hash = $"{BranchTemplate.Hash}{Digits(variant, 32)}";
        string commit = $"{Api}/repositories/{repository}/commit/{hash}";
        DateTime date = new DateTime(2024, 1, 1, 8, 0, 0, DateTimeKind.Utc).AddMinutes(variant * 11_173);
        return $$$"""
            {"type":"commit","hash":"{{{hash}}}","date":"{{{date.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture)}}}",
            "author":{{{Author(variant)}}},"message":"Issue {{{BranchTemplate.Number}}}: {{{work}}}\n","links":{
            "self":{"href":"{{{commit}}}"},"html":{"href":"{{{Site}}}/{{{repository}}}/commits/{{{hash}}}"},
            "diff":{"href":"{{{Api}}}/repositories/{{{repository}}}/diff/{{{hash}}}"},"approve":{"href":"{{{commit}}}/approve"},
            "comments":{"href":"{{{commit}}}/comments"},"statuses":{"href":"{{{commit}}}/statuses"},
            "patch":{"href":"{{{Api}}}/repositories/{{{repository}}}/patch/{{{hash}}}"}},
            "parents":[{{{Parent(repository, variant)}}}],"repository":{{{Repository(repository)}}}
            }
            """;
    }

    // Not every e-mail address in a history belongs to an account.
    private static string Author(int variant)
    {
        string person = Pick(s_people, variant);
        string raw = $"{person} <user-{Digits(variant % s_people.Length, 6)}@example.org>";
        return variant % 4 == 3 ? $$"""{"type":"author","raw":"{{raw}}"}""" : Known(raw, person, variant);
    }

    private static string Known(string raw, string person, int variant)
    {
        string uuid = Uuid(variant % s_people.Length);
        return $$$"""
            {"type":"author","raw":"{{{raw}}}","user":{
            "display_name":"{{{person}}}","links":{"self":{"href":"{{{Api}}}/users/%7B{{{uuid}}}%7D"},
            "avatar":{"href":"https://secure.gravatar.com/avatar/{{{Digits(variant % s_people.Length, 32)}}}?d=https%3A%2F%2Favatar-management--avatars.us-west-2.prod.public.atl-paas.net%2Finitials%2FDD-3.png"},
            "html":{"href":"{{{Site}}}/%7B{{{uuid}}}%7D/"}},"type":"user","uuid":"{{{Braced(uuid)}}}",
            "account_id":"557058:{{{uuid}}}","nickname":"{{{person}}}"}}
            """;
    }

    private static string Parent(string repository, int variant)
    {
        string hash = $"{BranchTemplate.Parent}{Digits(variant + Variants, 32)}";
        return $$$"""
            {"hash":"{{{hash}}}","links":{"self":{"href":"{{{Api}}}/repositories/{{{repository}}}/commit/{{{hash}}}"},
            "html":{"href":"{{{Site}}}/{{{repository}}}/commits/{{{hash}}}"}},"type":"commit"}
            """;
    }

    private static string Repository(string repository) => $$$"""
        {"type":"repository","full_name":"{{{repository}}}","links":{"self":{"href":"{{{Api}}}/repositories/{{{repository}}}"},
        "html":{"href":"{{{Site}}}/{{{repository}}}"},"avatar":{"href":"https://bytebucket.org/ravatar/%7B{{{Uuid(Variants)}}}%7D?ts=3693474"}},
        "name":"{{{repository[(repository.IndexOf('/', StringComparison.Ordinal) + 1)..]}}}","uuid":"{{{Braced(Uuid(Variants))}}}"}
        """;

    /// <summary>A UUID that looks like one, the same for the same seed.</summary>
    public static string Uuid(int seed)
    {
        string digits = Digits(seed + 7, 32);
        return $"{digits[..8]}-{digits[8..12]}-4{digits[13..16]}-a{digits[17..20]}-{digits[20..]}";
    }

    /// <summary>In braces, as the API has it.</summary>
    public static string Braced(string uuid) => $"{{{uuid}}}";

    private static string Digits(int seed, int count)
    {
        ulong state = ((ulong)seed * 0x9E37_79B9_7F4A_7C15) + 0x1234_5678_9ABC_DEF1;
        string digits = "";
        while (digits.Length < count)
        {
            state = (state ^ (state >> 27)) * 0x3C79_AC49_2BA7_B653;
            state ^= state >> 33;
            digits += state.ToString("x16", CultureInfo.InvariantCulture);
        }

        return digits[..count];
    }

    private static string Pick(string[] texts, int index) => texts[index % texts.Length];
}
