using System.Globalization;

namespace BitbucketPS.Sandbox;

/// <summary>A fault as the command line says it: <c>KIND[,name=value…]</c>.</summary>
internal static class FaultArgument
{
    /// <summary>Reads a fault.</summary>
    /// <exception cref="FormatException">It makes no sense; the message says why.</exception>
    public static SandboxFault Parse(string text)
    {
        string[] parts = text.Split(',');
        try
        {
            return Parse(parts[0], parts[1..]);
        }
        catch (FormatException e)
        {
            throw new FormatException($"--fault {text}: {e.Message}", e);
        }
    }

    /// <summary>Reads a fault that is in its parts.</summary>
    /// <param name="kind">The name of its kind.</param>
    /// <param name="parts">The rest, each as <c>name=value</c>.</param>
    /// <exception cref="FormatException">It makes no sense; the message says why.</exception>
    public static SandboxFault Parse(string kind, IReadOnlyList<string> parts)
    {
        SandboxFault fault = new() { Kind = ParseKind(kind) };
        try
        {
            fault = parts.Aggregate(fault, Add);
            SandboxFaultRule.RequireValid(fault);
            return fault;
        }
        catch (Exception e) when (e is ArgumentException or OverflowException)
        {
            throw new FormatException(e.Message, e);
        }
    }

    /// <summary>The name of a kind: <c>reset-mid-body</c> for <see cref="SandboxFaultKind.ResetMidBody"/>.</summary>
    public static string NameOf(SandboxFaultKind kind)
        => string.Concat(kind.ToString().Select((letter, i) => char.IsUpper(letter) && i > 0 ? $"-{letter}" : $"{letter}")).ToLowerInvariant();

    private static SandboxFaultKind ParseKind(string name)
    {
        foreach (SandboxFaultKind kind in Enum.GetValues<SandboxFaultKind>())
        {
            if (string.Equals(NameOf(kind), name, StringComparison.OrdinalIgnoreCase))
            {
                return kind;
            }
        }

        throw new FormatException($"There is no kind of fault {name}.");
    }

    private static SandboxFault Add(SandboxFault fault, string part)
    {
        int equals = part.IndexOf('=', StringComparison.Ordinal);
        string value = equals < 0 ? "" : part[(equals + 1)..];
        return (equals < 0 ? part : part[..equals]) switch
        {
            "after" when equals < 0 => fault with { AfterTheWork = true },
            "method" => fault with { Method = value },
            "path" => fault with { PathContains = value },
            "pattern" => fault with { PathPattern = value },
            "times" => fault with { Times = value is "forever" ? null : ParseInt(value) },
            "rate" => fault with { Rate = double.Parse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) },
            "seed" => fault with { Seed = ParseInt(value) },
            "status" => fault with { Status = ParseInt(value) },
            "retry-after" => fault with { RetryAfter = value },
            "delay" => fault with { Delay = TimeSpan.FromMilliseconds(ParseInt(value)) },
            "size" => fault with { Size = long.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture) },
            "left" => fault with { ItemsLeft = ParseInt(value) },
            "host" => fault with { OtherHost = ParseHost(value) },
            _ => throw new FormatException($"{part} is not understood."),
        };
    }

    private static int ParseInt(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static Uri ParseHost(string text)
        => Uri.TryCreate(text, UriKind.Absolute, out Uri? host) ? host : throw new FormatException($"{text} is no address.");
}
