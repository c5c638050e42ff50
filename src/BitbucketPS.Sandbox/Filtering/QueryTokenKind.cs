namespace BitbucketPS.Sandbox;

/// <summary>The kinds of words in a filter.</summary>
internal enum QueryTokenKind
{
    /// <summary>A dotted path, or a word of the language such as AND.</summary>
    Word,

    /// <summary>A text in quotes, without them and unescaped.</summary>
    Text,

    /// <summary>An unquoted number.</summary>
    Number,

    /// <summary>An unquoted ISO 8601 date or time.</summary>
    Date,

    /// <summary>An operator, parenthesis or comma.</summary>
    Symbol,

    /// <summary>There is no more.</summary>
    End,
}
