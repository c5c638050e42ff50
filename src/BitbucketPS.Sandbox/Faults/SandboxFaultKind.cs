namespace BitbucketPS.Sandbox;

/// <summary>In which way a request goes wrong.</summary>
public enum SandboxFaultKind
{
    /// <summary>An error answer with <see cref="SandboxFault.Status"/>, in the form that status comes in.</summary>
    Status,

    /// <summary>The connection is reset before anything of the answer is sent.</summary>
    Reset,

    /// <summary>The connection is reset after the headers and half of the body.</summary>
    ResetMidBody,

    /// <summary>The body comes byte by byte, each after <see cref="SandboxFault.Delay"/>.</summary>
    SlowDrip,

    /// <summary>The headers and half of the body, then nothing until the client goes away.</summary>
    Stall,

    /// <summary>Nothing at all until the client goes away.</summary>
    StallBeforeAnswer,

    /// <summary>Proper HTTP with the first half of the JSON.</summary>
    TruncatedJson,

    /// <summary>The whole body, under a length that promises more, and the end of the connection.</summary>
    WrongContentLength,

    /// <summary>The JSON under the name of <c>text/html</c>.</summary>
    WrongContentType,

    /// <summary>The JSON without a <c>Content-Type</c>.</summary>
    EmptyContentType,

    /// <summary>200 with a page for people, as a proxy that wants a sign-in sends it.</summary>
    Html,

    /// <summary>302 to the same address.</summary>
    RedirectLoop,

    /// <summary>A page of a list, compressed, that unpacks to <see cref="SandboxFault.Size"/> bytes; 1 GiB by default.</summary>
    GzipBomb,

    /// <summary>A page of a list of <see cref="SandboxFault.Size"/> bytes; 200 MiB by default.</summary>
    HugeJson,

    /// <summary>JSON in <see cref="SandboxFault.Size"/> levels; 100,000 by default.</summary>
    DeepNesting,

    /// <summary>The JSON with its first key once more at the end, its value being null.</summary>
    DuplicateKeys,

    /// <summary>A page of a list whose <c>next</c> is that page.</summary>
    NextLoop,

    /// <summary>A page of a list whose <c>next</c> is on <see cref="SandboxFault.OtherHost"/>.</summary>
    NextElsewhere,

    /// <summary>
    /// A page of a list as it should be; from then on the list has <see cref="SandboxFault.ItemsLeft"/> items, until
    /// <see cref="SandboxFaults.Clear"/>.
    /// </summary>
    ShrinkingList,
}
