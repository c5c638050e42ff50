using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Text;
using System.Xml;

namespace BitbucketPS.Cmdlets;

/// <summary>Values as the content of files that are to be committed.</summary>
internal static class GivenContent
{
    /// <summary>A value as the content of a file: bytes as they are, one text as it is, several as lines.</summary>
    /// <exception cref="BitbucketException">There is none, or it is no content.</exception>
    public static byte[] Of(object? value, string path) => Base(value) switch
    {
        null => throw new BitbucketException(BitbucketErrorKind.InvalidArgument, $"There is no value for '{path}'.")
        {
            RecommendedAction = "Give -Value a text or bytes; an empty text makes an empty file.",
        },
        byte[] bytes => bytes,
        FileSystemInfo file => throw new BitbucketException(
            BitbucketErrorKind.InvalidArgument, $"The value for '{path}' is '{file}' itself, and not what is in it.")
        {
            RecommendedAction = "Give a file as -SourcePath, a folder as -Folder; or give -Value a text.",
        },
        string text => Encoding.UTF8.GetBytes(text),
        IEnumerable items and not (IDictionary or XmlNode) => OfItems([.. items.Cast<object?>().Select(Base)], path),
        object other => Encoding.UTF8.GetBytes(Text(other, path)),
    };

    // Bytes that went through a pipeline are objects one by one.
    private static byte[] OfItems(object?[] items, string path)
        => items.Length > 0 && Array.TrueForAll(items, item => item is byte)
            ? [.. items.OfType<byte>()]
            : Encoding.UTF8.GetBytes(string.Concat(items.Select(item => $"{Text(item, path)}\n")));

    private static string Text(object? value, string path)
    {
        string text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        return HasText(value, text) ? text : throw new BitbucketException(
            BitbucketErrorKind.InvalidArgument, $"The value for '{path}' is no text: convert it first, with ConvertTo-Csv or ConvertTo-Json.")
        {
            RecommendedAction = "Give -Value what comes of it, such as ($objects | ConvertTo-Csv), and of XML its OuterXml.",
        };
    }

    // Objects with properties have no text of their own, nor have lists and XML: what they would be turned into is empty, or a name of their type.
    private static bool HasText(object? value, string text)
        => value is null or string || (value is not (PSCustomObject or IDictionary) && !text.Equals(value.GetType().ToString(), StringComparison.Ordinal));

    private static object? Base(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
