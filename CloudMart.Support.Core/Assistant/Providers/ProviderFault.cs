namespace CloudMart.Support.Core.Assistant.Providers;

/// <summary>What a refused call means for the step, in the operator's words: the setting to look at stands first.</summary>
internal static class ProviderFault
{
    private const int LongestCode = 64;

    /// <summary>The same call may succeed later.</summary>
    public static bool MayPass(ProviderReply reply) => reply is Unreached or Refused { MayPass: true };

    /// <returns>Null where the same call may succeed later.</returns>
    public static StepFailed? Lasting(ProviderReply reply, AssistantOptions options) => reply switch
    {
        Unauthorized => Misconfigured("Assistant:Auth is Entra, and no sign-in was possible", reply, options),
        Refused { MayPass: true } => null,
        Refused { IsBlocked: true } => Failed(StepFailure.Declined, "the provider's filter blocked the request", reply, options),
        Refused refused => Misconfigured(WrongSetting(refused, options), refused, options),
        _ => null,
    };

    /// <summary>Tries are used up.</summary>
    public static StepFailed Unavailable(ProviderReply reply, AssistantOptions options, string text = "") =>
        Failed(StepFailure.Unavailable, "the provider cannot be used now", reply, options) with { Text = text };

    private static StepFailed Misconfigured(string setting, ProviderReply reply, AssistantOptions options) =>
        Failed(StepFailure.Misconfigured, setting, reply, options);

    private static StepFailed Failed(StepFailure failure, string what, ProviderReply reply, AssistantOptions options) =>
        new(failure, WithoutSecret($"{what}: {Cause(reply)}", options))
        {
            ServerSays = reply is Refused { IsOurs: false } refused ? WithoutSecret(refused.Message, options) : "",
        };

    private static string WrongSetting(Refused refused, AssistantOptions options) => refused switch
    {
        { IsTooLong: true } => "Assistant:MaxThreadLength is more than the model takes",
        { Code: "insufficient_quota" } => "Assistant:ApiKey belongs to an account without quota",
        { Code: "DeploymentNotFound" or "model_not_found" } => "Assistant:Model is not known there",
        { Status: 401 or 403 } => CredentialSetting(options),
        { Status: 404 } => AddressSettings(options),
        _ => $"{AddressSettings(options)}, or the server refuses what is sent",
    };

    private static string CredentialSetting(AssistantOptions options) => options switch
    {
        { Auth: AssistantAuth.Entra } => "Assistant:Auth is Entra, and the identity was refused",
        { ApiKey: null or "" } => "Assistant:ApiKey is missing and the server wants one",
        _ => "Assistant:ApiKey was refused",
    };

    private static string AddressSettings(AssistantOptions options) => options.Provider is AssistantProvider.Assistants
        ? "Assistant:AssistantId or Assistant:Endpoint is wrong"
        : "Assistant:Model or Assistant:Endpoint is wrong";

    private static string Cause(ProviderReply reply) => reply switch
    {
        Refused { IsOurs: true } ours => ours.Message,
        Refused refused => $"HTTP {refused.Status} {CodeOf(refused)}".TrimEnd(),
        Unreached unreached => unreached.Cause,
        Unauthorized unauthorized => unauthorized.Cause,
        _ => "the answer broke off",
    };

    /// <summary>A code is a word; what is more may be a quotation.</summary>
    private static string CodeOf(Refused refused) =>
        refused.Code.Length <= LongestCode && refused.Code.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '.') ? refused.Code : "";

    /// <summary>Servers repeat keys in their refusals.</summary>
    private static string WithoutSecret(string detail, AssistantOptions options) =>
        options.ApiKey is { Length: > 0 } key ? detail.Replace(key, "***", StringComparison.Ordinal) : detail;
}
