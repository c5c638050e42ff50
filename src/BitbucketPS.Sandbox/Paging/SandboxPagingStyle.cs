namespace BitbucketPS.Sandbox;

/// <summary>What the pages of lists say about the list. Bitbucket promises no more than <c>values</c> and <c>next</c>.</summary>
public enum SandboxPagingStyle
{
    /// <summary>Numbered pages, with <c>size</c>, <c>page</c> and <c>previous</c>.</summary>
    Numbered,

    /// <summary>Numbered pages without <c>size</c>.</summary>
    WithoutSize,

    /// <summary>Numbered pages without <c>page</c>.</summary>
    WithoutPage,

    /// <summary>Only <c>next</c> beside the items and <c>pagelen</c>; its <c>page</c> is a number.</summary>
    NextOnly,

    /// <summary>The same, its <c>page</c> being a token that means something to the server only, which takes no number.</summary>
    OpaqueNext,
}
