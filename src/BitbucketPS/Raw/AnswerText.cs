using System.Text.Json;

namespace BitbucketPS;

/// <summary>What is written of an answer.</summary>
internal static class AnswerText
{
    /// <summary>Objects of JSON; any other text as it is.</summary>
    /// <exception cref="BitbucketException">It says that it is JSON, and is not.</exception>
    public static object? Parse(RawAnswer answer)
    {
        if (!answer.IsJson)
        {
            return answer.Text;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(answer.Text);
            return JsonToObject.Convert(document.RootElement);
        }
        catch (JsonException e)
        {
            throw new BitbucketException(BitbucketErrorKind.UnexpectedResponse, "The answer says that it is JSON, and cannot be read as such; -Raw shows it.", e);
        }
    }
}
