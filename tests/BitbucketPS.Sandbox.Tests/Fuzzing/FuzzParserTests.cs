using System.Diagnostics;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>
/// The parsers alone, a hundred times as often as over HTTP: whatever comes, they read it or refuse it as a mistake of the client.
/// </summary>
public class FuzzParserTests
{
    private const int UsualCases = 5000;

    // Of the seconds that are asked for, each parser takes a tenth.
    private const int Share = 10;

    private static readonly FieldSchema[] s_schemas =
        [FieldSchema.Of("branch", "name"), FieldSchema.Of("repository"), FieldSchema.Of("pullrequest"), FieldSchema.Of("commitstatus")];

    private static readonly JsonObject s_item = (JsonObject)JsonNode.Parse(
        """
        {"name": "main", "type": "branch", "target": {"hash": "ab", "date": "2026-01-01T00:00:00+00:00", "parents": [{"hash": "cd"}, 1, null]},
         "size": 1e30, "is_private": "true", "created_on": 7, "links": {"self": {"href": "x"}, "clone": [{"href": "y"}]}, "id": "1", "title": null}
        """)!;

    [Fact]
    public void Filters_and_orders() => Run((dice, texts) =>
    {
        string filter = new FuzzQueries(dice, texts).Filter();
        QueryParser.Parse(filter, dice.Pick(s_schemas))(s_item);
        QueryOrder.Parse(texts.Any(), dice.Pick(s_schemas)).Compare(s_item, s_item);
    });

    [Fact]
    public void Fields() => Run((dice, texts) =>
    {
        string[] paths = [.. dice.Some(5, () => dice.Pick(["", "-", "+"]) + string.Join('.', dice.Some(4, () => dice.Pick(["name", "target", "*", "links", "self", texts.Any()]))))];
        PartialAnswer.Parse(string.Join(',', paths)).Prune((JsonObject)s_item.DeepClone());
    });

    [Fact]
    public void Queries_and_forms() => Run((dice, texts) =>
    {
        string query = texts.Mutate("a=%20b&c=%C3%BC&oauth_token=x&access_token=%41&d+e=%zz");
        RequestTarget target = RequestTarget.Parse("/2.0/x?" + query);
        target.HasAccessToken();
        _ = FlatForm.ToJson(query, new(ShapeKind.Reference) { Name = "repository" });
        QueryParameters.Parse(target.WithoutProtocol().Query);
    });

    [Fact]
    public void Signed_requests() => Run((dice, texts) =>
    {
        string header = texts.Mutate("""realm="a, b", oauth_token="%41", oauth_nonce="x%20", oauth_timestamp="1", x="" """);
        _ = OAuthParameter.ParseHeader(header).Select(parameter => parameter.Value).ToList();
        _ = OAuthParameter.ParseForm(dice.OneIn(2) ? texts.Any() : header).Select(parameter => parameter.Value).ToList();
    });

    [Fact]
    public void Addresses_of_git() => Run((dice, texts) =>
    {
        string path = texts.Mutate(dice.Pick(["/demo/website.git/info/refs", "/2.0/repositories/demo/website/src/main/a/b"]));
        GitRoute.Match(path);
        OperationTable.Instance.Find(path);
    });

    private static void Run(Action<Dice, FuzzTexts> read)
    {
        int? seconds = FuzzTests.Number(FuzzTests.SecondsVariable);
        int seed = FuzzTests.FirstSeed();
        Stopwatch watch = Stopwatch.StartNew();
        for (int i = 0; i < UsualCases || watch.Elapsed.TotalSeconds < seconds / Share; i++)
        {
            Dice dice = new(seed + i);
            try
            {
                read(dice, new(dice));
            }
            catch (Exception e) when (e is ApiException or OAuthProblemException)
            {
                // Refused, as it should be.
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"Seed {seed + i}: {e.Message}", e);
            }
        }
    }
}
