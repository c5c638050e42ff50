namespace BitbucketPS.Sandbox.Tests;

/// <summary>Makes requests: good ones changed, and operations of the table with what they nearly take.</summary>
internal sealed class FuzzCases
{
    private static readonly ApiOperation[] s_operations = [.. OperationTable.Instance.Operations.Where(operation => !operation.IsGone)];

    private readonly Dice _dice;
    private readonly FuzzTexts _texts;
    private readonly FuzzQueries _queries;
    private readonly FuzzJson _json;
    private readonly FuzzForms _forms;
    private readonly FuzzHeaders _headers;
    private readonly FuzzSignIn _signIn;
    private readonly FuzzValues _values;
    private readonly IReadOnlyList<FuzzRequest> _corpus;
    private readonly string _bearer;

    public FuzzCases(Dice dice, FuzzValues values, IReadOnlyList<FuzzRequest> corpus, SandboxFixture sandbox)
    {
        _dice = dice;
        _values = values;
        _corpus = corpus;
        _bearer = sandbox.Bearer;
        _texts = new(dice);
        _queries = new(dice, _texts);
        _json = new(dice, _texts, values);
        _forms = new(dice, _texts, values);
        _headers = new(dice, _texts, sandbox);
        _signIn = new(dice, _texts, _headers, _forms, sandbox);
    }

    /// <summary>The next request.</summary>
    public FuzzRequest Next()
    {
        FuzzRequest request = _dice.Below(20) switch
        {
            < 9 => Changed(_dice.Pick(_corpus)),
            < 16 => Operation(_dice.Pick(s_operations)),
            16 => new(_dice.Pick(["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "FOO"]), OddPath()),
            _ => _signIn.Next(),
        };

        // A round without its repositories would have little left to ask about.
        bool isEnd = request.Method is "DELETE" && request.Target.Split('?')[0].Split('/').Length <= 5;
        request = isEnd && !_dice.OneIn(20) ? request with { Method = "GET" } : request;
        return request with { Authorization = request.Authorization ?? (_dice.OneIn(12) ? _headers.For(request) : _bearer) };
    }

    private FuzzRequest Changed(FuzzRequest request)
    {
        string[] parts = request.Target.Split('?', 2);
        ApiOperation? operation = OperationTable.Instance.Find(parts[0])?.Operations.GetValueOrDefault(request.Method);
        return _dice.Below(6) switch
        {
            0 => request with { Target = $"{parts[0]}?{_queries.For(operation)}" },
            1 => request with { Target = ChangedPath(parts[0]) + request.Target[parts[0].Length..] },
            2 => request with { Target = $"{request.Target}{(parts.Length > 1 ? '&' : '?')}{_queries.For(operation)}" },
            3 when request.Body is not null => request with { ContentType = _dice.Pick([FuzzForms.Plain, "text/plain", "application/json; charset=utf-16", "application/vnd.api+json", "", "x"]) },
            _ when request is { ContentType: "application/json", Body: { } body } => request with { Body = _json.Mutate(body) },
            _ when request.ContentType?.StartsWith("multipart", StringComparison.Ordinal) is true => _forms.Multipart(request),
            _ when request.Body is not null => _forms.Urlencoded(request),
            _ => request,
        };
    }

    private FuzzRequest Operation(ApiOperation operation)
    {
        IEnumerable<string> segments = operation.Template.Split('/').Select(Segment);
        string query = _dice.OneIn(2) ? _queries.For(operation) : "";
        FuzzRequest request = new(operation.Method, string.Join('/', segments) + (query.Length > 0 ? "?" + query : ""));
        if (operation.Method is not ("POST" or "PUT"))
        {
            return request;
        }

        bool isForm = operation.Body.TakesForms && (operation.Body.Shape is null || _dice.OneIn(2));
        return (isForm, _dice.OneIn(2)) switch
        {
            (true, true) => _forms.Multipart(request),
            (true, false) => _forms.Urlencoded(request),
            _ => request with { ContentType = "application/json", Body = _json.For(operation.Body) },
        };
    }

    private string Segment(string segment)
    {
        if (!segment.StartsWith('{'))
        {
            return segment;
        }

        string name = segment.Trim('{', '}').TrimEnd('?').TrimEnd('*');
        string value = name is "workspace" or "repo_slug" && !_dice.OneIn(15) ? Usual(name) : _values.For(name, _dice, _texts);
        return name is "spec" or "revspec" && _dice.OneIn(2)
            ? Uri.EscapeDataString(value) + ".." + Uri.EscapeDataString(_values.For(name, _dice, _texts))
            : Uri.EscapeDataString(value);
    }

    private string Usual(string name) => name is "workspace" ? "demo" : _dice.Pick(["website", "website", "docs", "api"]);

    private string ChangedPath(string path)
    {
        string[] segments = path.Split('/');
        int at = 1 + _dice.Below(segments.Length - 1);
        segments[at] = _dice.Below(5) switch
        {
            0 => Uri.EscapeDataString(_texts.Mutate(Uri.UnescapeDataString(segments[at]))),
            1 => segments[at] + "/" + Odd(),
            2 => Odd(),
            _ => Uri.EscapeDataString(_texts.Any()),
        };
        return string.Join('/', segments);
    }

    private string OddPath() => _dice.Below(3) switch
    {
        0 => "/2.0/" + string.Join('/', _dice.Some(6, Odd)),
        1 => "/" + string.Join('/', _dice.Some(4, Odd)),
        _ => "/demo/website.git/" + _dice.Pick(["info/refs", "info/refs?service=git-upload-pack", "info/refs?service=x", "HEAD", "git-upload-pack", "git-receive-pack", "objects/info/packs", "%2e%2e/config"]),
    };

    // Without what would end the request line or the path.
    private string Odd() => _dice.OneIn(2)
        ? _dice.Pick(["..", ".", "", "%2e%2e", "%2F", "%5C", "%", "%z", "%00", "%C3%28", "%FF", "a;b=c", "{x}", "~", "@me", ":", "%0d%0a", "%u0041", "+", "%20"])
        : new([.. _texts.Any().Where(letter => letter is > ' ' and < '\u007f' and not ('?' or '#'))]);
}
