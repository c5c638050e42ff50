using System.Globalization;

namespace BitbucketPS.Sandbox;

/// <summary>The first page.</summary>
internal sealed class HomePage
{
    private const int MostPeople = 25;
    private const int MostRequests = 50;

    private readonly SandboxParts _parts;
    private readonly RequestLog _log;
    private readonly RateLimiter _rate;

    public HomePage(SandboxParts parts, RequestLog log, RateLimiter rate)
    {
        _parts = parts;
        _log = log;
        _rate = rate;
    }

    public HtmlPage Make(World world, string origin) => new(
        200,
        "A Bitbucket on this machine",
        $"""
        <p>For trying scripts and for tests. It is no server for real work: it listens on this machine only, and whoever can open this page can do everything in it.</p>
        {Connect(world, origin)}
        {People(world)}
        {Workspaces(world)}
        {Requests()}
        """)
    {
        IsWide = true,
    };

    private string Connect(World world, string origin)
    {
        string workspace = world.FindWorkspace(SeedCatalogue.Demo.Slug)?.Slug ?? world.Workspaces.First().Slug;
        string consumer =
            $"""
            $secret = ConvertTo-SecureString '{_parts.OAuth.Consumer.Secret}' -AsPlainText -Force
            $consumer = [pscredential]::new('{_parts.OAuth.Consumer.Key}', $secret)
            Connect-Bitbucket -Consumer $consumer -BaseUri {origin} -Workspace {workspace}
            """;
        return $"""
            <h2>Connect</h2>
            <p>Address: <code>{HtmlPage.Encode(origin)}</code></p>
            <p>With the OAuth consumer, in PowerShell; leave the sign-in to the browser:</p>
            <pre class="scroll" tabindex="0">{HtmlPage.Encode(consumer)}</pre>
            <p>As one of the people below, with the API token:</p>
            <pre class="scroll" tabindex="0">{HtmlPage.Encode(ConnectAs(world, origin, workspace))}</pre>
            """;
    }

    private static string ConnectAs(World world, string origin, string workspace)
    {
        Account? person = world.Data.All<Account>().FirstOrDefault(account => !account.IsApp);
        string token = person is null ? "" : world.Data.Find<PersonalToken>(person.Uuid)?.Token ?? "";
        return $"""
            $token = ConvertTo-SecureString '{token}' -AsPlainText -Force
            Connect-Bitbucket -ApiToken ([pscredential]::new('{person?.Email}', $token)) -BaseUri {origin} -Workspace {workspace}
            """;
    }

    private static string People(World world)
    {
        Account[] people = [.. world.Data.All<Account>().Where(account => !account.IsApp)];
        IReadOnlyList<string[]> rows =
        [
            .. people.Take(MostPeople).Select(person => (string[])
            [
                HtmlTable.Text(person.DisplayName),
                HtmlTable.Code(person.Username),
                HtmlTable.Code(person.Email),
                HtmlTable.Text(string.Join(", ", RolesOf(world, person))),
                HtmlTable.Code(world.Data.Find<PersonalToken>(person.Uuid)?.Token ?? ""),
            ]),
        ];
        string more = people.Length > MostPeople ? $"<p class=\"soft\">And {Number(people.Length - MostPeople)} more.</p>" : "";
        return $"<h2>People</h2>{HtmlTable.Make(["Name", "User name", "E-mail", "Belongs to", "API token"], rows, "There is nobody.")}{more}";
    }

    private static IEnumerable<string> RolesOf(World world, Account person)
        => world.Workspaces
            .Select(workspace => (workspace.Slug, Membership: world.Data.Find<Membership>(person.Uuid, workspace.Uuid)))
            .Where(pair => pair.Membership is not null)
            .Select(pair => $"{pair.Slug} ({pair.Membership!.Permission})");

    private static string Workspaces(World world)
    {
        IReadOnlyList<string[]> rows =
        [
            .. world.Workspaces.Select(workspace => (string[])
            [
                HtmlTable.Link(workspace.Name, "workspaces", workspace.Slug),
                HtmlTable.Code(workspace.Slug),
                Number(world.Data.Count<RepositoryRecord>(workspace.Uuid)),
                Number(world.Data.Count<Project>(workspace.Uuid)),
                Number(world.Data.Count<Membership>(workspace.Uuid)),
            ]),
        ];
        return $"<h2>Workspaces</h2>{HtmlTable.Make(["Name", "Slug", "Repositories", "Projects", "Members"], rows, "There are none.")}";
    }

    private string Requests()
    {
        RequestCounters counters = _log.Counters;
        DateTimeOffset now = _parts.Clock.GetUtcNow();
        IReadOnlyList<string[]> rows =
        [
            .. _log.Snapshot().TakeLast(MostRequests).Reverse().Select(request => (string[])
            [
                HtmlTable.Age(request.Time, now),
                $"<span class=\"{(request.Status is >= 400 or 0 ? "bad" : "good")}\">{Number(request.Status)}</span>",
                HtmlTable.Code($"{request.Method} {request.Target}"),
                HtmlTable.Text(request.Account ?? ""),
                HtmlTable.Text(request.Problem ?? ""),
            ]),
        ];
        return $"""
            <h2>Last requests</h2>
            <p class="soft">{Number(counters.Total)} requests so far, {Number(counters.Writes)} of them changed something; {Number(_rate.Accepted)} to the API were let in, {Number(_rate.Rejected)} were beyond its rate limit.</p>
            {HtmlTable.Make(["When", "Status", "Request", "By", "What was wrong"], rows, "Nothing was asked yet.")}
            """;
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
