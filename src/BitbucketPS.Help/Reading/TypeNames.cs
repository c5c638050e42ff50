namespace BitbucketPS.Help;

/// <summary>Names types as PowerShell's own help does.</summary>
internal static class TypeNames
{
    /// <summary>The name without its namespace: String, Int32[], Nullable types as what they hold.</summary>
    public static string Short(Type type) => Name(type, inner => inner.Name);

    /// <summary>The name with its namespace.</summary>
    public static string Full(Type type) => Name(type, inner => inner.IsGenericType ? $"{inner.Namespace}.{inner.Name}" : inner.FullName!);

    private static string Name(Type type, Func<Type, string> simple)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Name(inner, simple);
        }

        if (type.IsArray)
        {
            return Name(type.GetElementType()!, simple) + "[]";
        }

        return type.IsGenericType
            ? $"{simple(type).Split('`')[0]}[{string.Join(',', type.GetGenericArguments().Select(argument => Name(argument, simple)))}]"
            : simple(type);
    }
}
