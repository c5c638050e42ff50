using System.Text.Json;
using System.Text.Json.Serialization;

namespace BitbucketPS.Json;

/// <summary>Reads a whole number, also one that is written as <c>2.0</c>, and whatever else stands there as null: <c>page</c> may be a token.</summary>
internal sealed class NumberOrNothingConverter : JsonConverter<long?>
{
    // Beyond it, not each whole number has a double of its own.
    private const double LargestExact = 1L << 53;

    public override long? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            return reader.TryGetInt64(out long number) ? number : Whole(reader.GetDouble());
        }

        reader.Skip();
        return null;
    }

    public override void Write(Utf8JsonWriter writer, long? value, JsonSerializerOptions options)
    {
        if (value is { } number)
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    private static long? Whole(double number) => double.IsInteger(number) && Math.Abs(number) <= LargestExact ? (long)number : null;
}
