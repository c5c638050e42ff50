namespace BitbucketPS.Sandbox.Tests;

/// <summary>Queries: filters, orders, fields, pages and what no operation has.</summary>
internal sealed class FuzzQueries(Dice dice, FuzzTexts texts)
{
    private static readonly string[] s_fields =
    [
        "name", "slug", "uuid", "id", "type", "target.hash", "target.date", "target.author.user.uuid", "target.author.raw", "created_on", "updated_on",
        "is_private", "size", "links.self.href", "values.name", "values", "next", "mainbranch.name", "project.key", "parent", "owner", "owner.uuid",
        "state", "title", "description", "author.uuid", "reviewers.uuid", "source.branch.name", "content.raw", "date", "hash", "key", "merge_commit",
        "participants.approved", "username", "", "*", "a.b.c.d.e.f.g", "target.", ".target", "target..hash", "links.clone.href", "values.*.name", "website",
    ];

    private static readonly string[] s_operators = ["=", "!=", "~", "!~", ">", ">=", "<", "<=", "IN", "NOT IN", "in", "==", "=~", "", "like", "<>"];

    /// <summary>A whole query, perhaps empty.</summary>
    public string For(ApiOperation? operation)
    {
        IEnumerable<string> own = (operation?.Query ?? []).Where(_ => dice.OneIn(3)).Select(rule => Pair(rule.Name, ValueFor(rule)));
        IEnumerable<string> others = dice.OneIn(4) ? dice.Some(2, Other) : [];
        return string.Join('&', own.Concat(others));
    }

    /// <summary>A filter, near the grammar or far from it.</summary>
    public string Filter()
    {
        string filter = Expression(dice.OneIn(60) ? 400 : 3);
        return dice.OneIn(3) ? texts.Mutate(filter) : filter;
    }

    /// <summary>A pair of a query, encoded as it should be, or not.</summary>
    public string Pair(string name, string value) => $"{Encode(name)}={Encode(value)}";

    private string ValueFor(QueryRule rule) => rule.Name switch
    {
        "q" => Filter(),
        "sort" => dice.Pick(["", "-", "--"]) + dice.Pick(s_fields),
        "page" or "pagelen" => dice.OneIn(3) ? texts.Any() : texts.Number(),
        _ when rule.Type.Choices.Count > 0 && !dice.OneIn(4) => dice.Pick(rule.Type.Choices),
        _ when rule.Type.Kind is ShapeKind.Boolean && !dice.OneIn(4) => dice.Pick(["true", "false", "True", "1", "0"]),
        _ when rule.Type.Kind is ShapeKind.Integer && !dice.OneIn(4) => texts.Number(),
        _ => texts.Any(),
    };

    private string Other() => dice.OneOf(
        () => Pair("fields", string.Join(',', dice.Some(4, () => dice.Pick(["", "-", "+", " "]) + dice.Pick(s_fields)))),
        () => Pair("fields", texts.Any()),
        () => Pair("q", Filter()),
        () => Pair("sort", texts.Any()),
        () => Pair("page", texts.Number()),
        () => Pair("pagelen", texts.Number()),
        () => Pair("access_token", texts.Word()),
        () => Pair("oauth_" + texts.Word(), texts.Any()),
        () => Encode(texts.Any()),
        () => Pair(texts.Any(), texts.Any()),
        () => Sendable(texts.Mutate("a=%20b&c=%C3%BC&=&&d")));

    private string Expression(int depth) => depth <= 0
        ? Comparison()
        : dice.Below(6) switch
        {
            0 => $"({Expression(depth - 1)})",
            1 => $"NOT {Expression(depth - 1)}",
            2 => $"{Comparison()} AND {Expression(depth - 1)}",
            3 => $"{Comparison()} OR {Expression(depth - 1)}",
            4 when depth > 10 => $"({Expression(depth - 1)}) AND {Comparison()}",
            _ when depth > 10 => $"({Expression(depth - 1)})",
            _ => Comparison(),
        };

    private string Comparison() => $"{dice.Pick(s_fields)} {dice.Pick(s_operators)} {Literal()}";

    private string Literal() => dice.Below(7) switch
    {
        0 or 1 => $"\"{texts.Any().Replace("\"", "\\\"", StringComparison.Ordinal)}\"",
        2 => texts.Number(),
        3 => dice.Pick(["true", "false", "null", "TRUE", "Null"]),
        4 => dice.Pick(["2026-01-01", "2026-01-01T10:00:00+00:00", "2026-02-30", "9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00"]),
        5 => $"({string.Join(", ", dice.Some(3, Literal))})",
        _ => texts.Any(),
    };

    private string Encode(string text) => dice.OneIn(6) ? Sendable(text) : Uri.EscapeDataString(text);

    // Spaces and line ends would end the request line; what else is not ASCII cannot be sent either.
    private static string Sendable(string text) => new([.. text.Where(letter => letter is > ' ' and < '\u007f' and not '#')]);
}
