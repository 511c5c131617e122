using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json.Nodes;
using CloudMart.Support.Core.Assistant.Providers;
using OpenAI.Assistants;

namespace CloudMart.Support.Core.Assistant.AssistantsApi;

/// <summary>The calls of the Assistants v2 protocol that a step makes, one HTTP call each.</summary>
internal sealed class OpenAIThreads(AssistantOptions options)
{
    private const int LongestList = 100;

    /// <summary>As many as a step may have begun.</summary>
    private const int NewestRuns = 1 + StepProgress.MostNewRuns;

    private readonly AssistantClient _client = OpenAIConnection.Assistants(options);

    public Task<ProviderReply> CreateThreadAsync(JsonObject body, CancellationToken cancellationToken) =>
        OpenAICall.SendAsync(call => _client.CreateThreadAsync(Json(body), call), cancellationToken);

    public Task<ProviderReply> CreateRunAsync(string thread, JsonObject body, CancellationToken cancellationToken) =>
        OpenAICall.SendAsync(call => _client.CreateRunAsync(thread, Json(body), call), cancellationToken);

    public Task<ProviderReply> SubmitOutputsAsync(string thread, string run, JsonObject body, CancellationToken cancellationToken) =>
        OpenAICall.SendAsync(call => _client.SubmitToolOutputsToRunAsync(thread, run, Json(body), call), cancellationToken);

    public Task<ProviderReply> GetRunAsync(string thread, string run, CancellationToken cancellationToken) =>
        OpenAICall.SendAsync(call => _client.GetRunAsync(thread, run, call), cancellationToken);

    public Task<ProviderReply> CancelRunAsync(string thread, string run, CancellationToken cancellationToken) =>
        OpenAICall.SendAsync(call => _client.CancelRunAsync(thread, run, call), cancellationToken);

    /// <summary>The newest runs, newest first.</summary>
    public Task<ProviderReply> ListNewestRunsAsync(string thread, CancellationToken cancellationToken) => OpenAICall.SendAsync(
        call => FirstPageAsync(_client.GetRunsAsync(thread, NewestRuns, order: "desc", after: null, before: null, call)), cancellationToken);

    /// <summary>The newest messages, newest first.</summary>
    public Task<ProviderReply> ListMessagesAsync(string thread, CancellationToken cancellationToken) => OpenAICall.SendAsync(
        call => FirstPageAsync(_client.GetMessagesAsync(thread, LongestList, order: "desc", after: null, before: null, call)),
        cancellationToken);

    private static BinaryContent Json(JsonObject body) => BinaryContent.Create(BinaryData.FromString(body.ToJsonString()));

    private static async Task<ClientResult> FirstPageAsync(AsyncCollectionResult pages) => await pages.GetRawPagesAsync().FirstAsync();
}
