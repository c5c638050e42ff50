using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BitbucketPS.Sandbox;

/// <summary>What <c>bitbucket-pipelines.yml</c> of a commit says, as far as the sandbox reads it.</summary>
internal sealed class PipelineFile
{
    public const string Name = "bitbucket-pipelines.yml";

    private const int MostBytes = 1024 * 1024;

    private readonly JsonObject? _root;

    private PipelineFile(JsonObject? root, string? problem)
    {
        _root = root;
        Problem = problem;
    }

    /// <summary>Why the file describes no pipelines; null if it does, or if there is none.</summary>
    public string? Problem { get; }

    /// <summary>The image of all steps that say nothing else.</summary>
    public string? Image => ImageOf(_root);

    private JsonObject? Pipelines => _root?["pipelines"] as JsonObject;

    /// <summary>Reads the file of a commit.</summary>
    public static async Task<PipelineFile> ReadAsync(GitRepository git, string commit, CancellationToken cancellationToken)
        => await git.FindEntryAsync(commit, Name, cancellationToken) is { Type: "blob", Size: < MostBytes } entry
            ? Parse(Encoding.UTF8.GetString(await git.ReadBlobAsync(entry.Hash, cancellationToken)))
            : new(root: null, problem: null);

    /// <summary>Reads the text of a file.</summary>
    public static PipelineFile Parse(string text)
    {
        try
        {
            return SimpleYaml.Parse(text) is JsonObject root && root["pipelines"] is JsonObject
                ? new(root, problem: null)
                : new(root: null, "There is no section \"pipelines\".");
        }
        catch (FormatException e)
        {
            // What is more than simple is not wrong: such a repository gets the one step of those without a file.
            bool looksRight = text.Contains("pipelines:", StringComparison.Ordinal);
            return new(root: null, looksRight ? null : e.Message);
        }
    }

    /// <summary>The pipeline of a name, such as a custom one; null if there is none.</summary>
    public JsonArray? Find(PipelineSelector selector)
        => selector.Pattern is { } name ? (Pipelines?[selector.Type] as JsonObject)?[name] as JsonArray : Pipelines?[selector.Type] as JsonArray;

    /// <summary>Which pipeline a branch, tag or pull request gets.</summary>
    /// <param name="section">Such as <c>branches</c>.</param>
    /// <param name="name">Of the branch or tag.</param>
    public PipelineSelector Choose(string section, string name)
        => Pipelines?[section] is JsonObject patterns && patterns.Select(entry => entry.Key).FirstOrDefault(pattern => Matches(pattern, name)) is { } found
            ? new(section, found)
            : PipelineSelector.Default;

    /// <summary>Whether nothing is known of any pipeline.</summary>
    public bool IsEmpty => Pipelines is null;

    /// <summary>The name of the image that a step or the whole file wants.</summary>
    public static string? ImageOf(JsonObject? place)
        => place?["image"] is JsonObject image ? image.Text("name") : place?.Text("image");

    // * stops at a slash, ** does not, and {a,b} is one of them.
    private static bool Matches(string glob, string name)
    {
        string pattern = Regex.Escape(glob)
            .Replace(@"\*\*", ".*", StringComparison.Ordinal)
            .Replace(@"\*", "[^/]*", StringComparison.Ordinal)
            .Replace(@"\{", "(", StringComparison.Ordinal)
            .Replace("}", ")", StringComparison.Ordinal)
            .Replace(",", "|", StringComparison.Ordinal);
        try
        {
            return Regex.IsMatch(name, $"^(?:{pattern})$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking, TimeSpan.FromSeconds(1));
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException or RegexMatchTimeoutException)
        {
            // Braces that do not close match nothing, nor does what is far too long.
            return false;
        }
    }
}
