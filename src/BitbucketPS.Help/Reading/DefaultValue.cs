using System.Globalization;
using System.Management.Automation;

namespace BitbucketPS.Help;

/// <summary>Finds the values that parameters have when they are left out.</summary>
internal static class DefaultValue
{
    /// <summary>The default as a person would type it, or null where there is none or it is no plain value.</summary>
    public static string? Of(object cmdlet, string parameter) => cmdlet.GetType().GetProperty(parameter)?.GetValue(cmdlet) switch
    {
        SwitchParameter value => value.IsPresent ? "True" : "False",
        string { Length: > 0 } text => text,
        Uri address => address.OriginalString,
        Enum value => value.ToString(),
        true => "True",
        // Zero is what a number holds that nobody has set.
        IFormattable number and (int or long or double) when !number.Equals(Activator.CreateInstance(number.GetType()))
            => number.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };
}
