namespace BitbucketPS.Sandbox;

/// <summary>A way of the service that surprises clients, and can be switched on and off.</summary>
public enum SandboxQuirk
{
    /// <summary>Pages of pipelines and of their steps never say <c>next</c>; the number of the page has to be counted up (BCLOUD-13806, -20265).</summary>
    PipelinePagesWithoutNext,

    /// <summary>Pages of steps are as long as they like, whatever <c>pagelen</c> says.</summary>
    StepPagesIgnoreLength,

    /// <summary>Pipelines come oldest first unless <c>sort</c> says otherwise.</summary>
    OldestPipelinesFirst,

    /// <summary>
    /// The last page of variables says <c>next</c> too, so that who only follows it never comes to an end (BCLOUD-22441).
    /// </summary>
    VariablePagesNeverEnd,

    /// <summary>
    /// The links of a pipeline lead to another host, without TLS and with raw braces, as recorded ones do. The host of the sandbox's
    /// is one that no name server knows.
    /// </summary>
    PipelineLinksLeadElsewhere,
}
