using BitbucketPS.Benchmarks.Contenders.External;
using BitbucketPS.Benchmarks.Contenders.Plain;

namespace BitbucketPS.Benchmarks.Contenders;

/// <summary>All contenders.</summary>
internal static class ContenderCatalogue
{
    private const string Unread =
        "-values.target.links,-values.target.parents,-values.target.repository,-values.target.author.user.links,-values.sync_strategies";

    public static ContenderEntry Module { get; } = new("module", "Get-BitbucketBranch", () => new ModuleContender(throttleLimit: null));

    public static ContenderEntry ModuleAlone { get; } = new("module-1", "the same, one request at a time", () => new ModuleContender(throttleLimit: 1));

    public static ContenderEntry Plain { get; } = new("plain", "HttpClient, generated JSON, 100 a page, one after the other", () => new PlainContender(atOnce: 1));

    public static ContenderEntry PlainAhead { get; } = new("plain-8", "the same, 8 requests at once", () => new PlainContender(atOnce: 8));

    public static ContenderEntry Follower { get; } = new("follower", "like Invoke-RestMethod, following next, 10 a page", () => new FollowerContender(pageLength: null));

    public static ContenderEntry LongFollower { get; } = new("follower-100", "the same, 100 a page", () => new FollowerContender(pageLength: 100));

    public static ContenderEntry Npm { get; } = new("npm", "npm's bitbucket, getNextPage, 100 a page", Make: null) { External = new NpmProgram() };

    /// <summary>What users have, to see how near to it the follower is.</summary>
    public static ContenderEntry RestMethod { get; } = new("pwsh-rest", "PowerShell itself, Invoke-RestMethod following next, 10 a page", Make: null) { External = new PwshProgram("rest") };

    public static ContenderEntry LongRestMethod { get; } = new("pwsh-rest-100", "the same, 100 a page", Make: null) { External = new PwshProgram("rest-100") };

    /// <summary>The module where its users have it.</summary>
    public static ContenderEntry PwshModule { get; } = new("pwsh-module", "PowerShell itself, Get-BitbucketBranch", Make: null) { External = new PwshProgram("module") };

    /// <summary>The module, at a server that leaves out what it asks to leave out.</summary>
    public static ContenderEntry TrimmedModule { get; } = Module with { Name = "module-trimmed", Summary = "Get-BitbucketBranch; the server honours fields", HonourFields = true };

    /// <summary>What is to be won by reading only what is kept.</summary>
    public static ContenderEntry TrimmedPlain { get; } = new(
        "plain-trimmed",
        "like plain, asking with fields for what it keeps",
        () => new PlainContender(atOnce: 1, Unread))
    { HonourFields = true };

    public static IReadOnlyList<ContenderEntry> All { get; } =
        [Module, Plain, PlainAhead, Follower, LongFollower, Npm, PwshModule, RestMethod, LongRestMethod, TrimmedModule, TrimmedPlain, ModuleAlone];
}
