using System.Net;
using System.Reflection;
using BitbucketPS.Client.Tests.Http;

namespace BitbucketPS.Client.Tests.Json;

/// <summary>Answers of the real service, in a folder beside the checkout.</summary>
internal static class RecordedAnswers
{
    /// <summary>A client that gets the file; skips the test where there is no such file.</summary>
    public static BitbucketClient CreateClient(string file) => new ScriptedTransport(Answer(file)).CreateClient();

    /// <summary>An answer with the file for its body; skips the test where there is no such file.</summary>
    public static HttpResponseMessage Answer(string file, HttpStatusCode status = HttpStatusCode.OK)
        => Answers.Json(Read(file), status);

    /// <summary>The text of the file; skips the test where there is no such file.</summary>
    public static string Read(string file)
    {
        string root = typeof(RecordedAnswers).Assembly
            .GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key is "RepositoryRoot")
            .Value!;
        string path = Path.Combine(root, "..", "shared", "recorded", file);
        Assert.SkipUnless(File.Exists(path), $"The recorded answer {file} is not beside the checkout.");
        return File.ReadAllText(path);
    }
}
