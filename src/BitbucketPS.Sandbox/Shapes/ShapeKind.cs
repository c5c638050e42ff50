namespace BitbucketPS.Sandbox;

/// <summary>What sort of value a shape has in one place.</summary>
internal enum ShapeKind
{
    Text,
    Time,
    Integer,
    Number,
    Boolean,

    /// <summary>Whatever there is.</summary>
    Any,

    /// <summary>One of a few texts.</summary>
    Choice,

    List,

    /// <summary>An object with properties of its own.</summary>
    Object,

    /// <summary>A shape with a name.</summary>
    Reference,
}
