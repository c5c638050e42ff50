namespace BitbucketPS.Sandbox;

/// <summary>What a field that can be filtered and sorted by holds.</summary>
internal enum QueryFieldType
{
    /// <summary>Text, in the order of its characters.</summary>
    Text,

    /// <summary>
    /// Text that sorts its digits as numbers. The API description says so of the names of refs under an
    /// explicit <c>sort=name</c>: v9, v10, v11.
    /// </summary>
    NaturalText,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A point in time.</summary>
    Date,

    /// <summary>A permission: read is less than write, and that less than admin.</summary>
    Level,

    /// <summary>An object: it is there, or it is null.</summary>
    Object,
}
