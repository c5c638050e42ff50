namespace BitbucketPS.Authorization;

/// <summary>Knows the one sign-in that waits, and judges what comes back.</summary>
internal interface ICallbackJudge
{
    /// <summary>Judges the parameters of a callback.</summary>
    CallbackVerdict Judge(CallbackParameters parameters);

    /// <summary>Judges what a person typed that is no address: a bare verifier or code.</summary>
    /// <param name="text">One word.</param>
    CallbackVerdict JudgeWord(string text);
}
