namespace CloudMart.Support.Core.Assistant.Providers;

/// <summary>What a refused call means for the step, in the operator's words: the setting to look at stands first.</summary>
internal static class ProviderFault
{
    /// <summary>The same call may succeed later.</summary>
    public static bool MayPass(ProviderReply reply) => reply is Unreached or Refused { MayPass: true };

    /// <returns>Null where the same call may succeed later.</returns>
    public static StepFailed? Lasting(ProviderReply reply, AssistantOptions options) => reply switch
    {
        Unauthorized unauthorized => Misconfigured("Assistant:Auth is Entra, and no sign-in was possible", unauthorized.Cause, options),
        Refused { MayPass: true } => null,
        Refused refused => Of(refused, options),
        _ => null,
    };

    /// <summary>Tries are used up.</summary>
    public static StepFailed Unavailable(ProviderReply reply, AssistantOptions options, string text = "") =>
        new(StepFailure.Unavailable, WithoutSecret($"the provider cannot be used now: {Cause(reply)}", options), text);

    private static StepFailed Of(Refused refused, AssistantOptions options) => refused switch
    {
        { IsBlocked: true } =>
            new(StepFailure.Declined, WithoutSecret($"the provider's filter blocked the request: {refused.Message}", options)),
        { IsTooLong: true } => Misconfigured("Assistant:MaxThreadLength is more than the model takes", Cause(refused), options),
        { Code: "insufficient_quota" } => Misconfigured("Assistant:ApiKey belongs to an account without quota", Cause(refused), options),
        { Code: "DeploymentNotFound" or "model_not_found" } => Misconfigured("Assistant:Model is not known there", Cause(refused), options),
        { Status: 401 or 403 } => Misconfigured(CredentialSetting(options), Cause(refused), options),
        { Status: 404 } => Misconfigured(AddressSettings(options), Cause(refused), options),
        _ => Misconfigured($"{AddressSettings(options)}, or the server refuses what is sent", Cause(refused), options),
    };

    private static StepFailed Misconfigured(string setting, string cause, AssistantOptions options) =>
        new(StepFailure.Misconfigured, WithoutSecret($"{setting}: {cause}", options));

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
        Refused { Code: "" } refused => $"HTTP {refused.Status}, {refused.Message}",
        Refused refused => $"HTTP {refused.Status} {refused.Code}, {refused.Message}",
        Unreached unreached => unreached.Cause,
        _ => "the answer broke off",
    };

    /// <summary>Servers repeat keys in their refusals.</summary>
    private static string WithoutSecret(string detail, AssistantOptions options) =>
        options.ApiKey is { Length: > 0 } key ? detail.Replace(key, "***", StringComparison.Ordinal) : detail;
}
