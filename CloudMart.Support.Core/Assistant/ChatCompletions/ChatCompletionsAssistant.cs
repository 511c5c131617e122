using System.ClientModel;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using CloudMart.Support.Core.Assistant.Providers;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenAI.Chat;

namespace CloudMart.Support.Core.Assistant.ChatCompletions;

/// <summary>
/// A model behind <c>/chat/completions</c>: Azure OpenAI, OpenAI, and what speaks like it (Ollama, vLLM, llama.cpp, LiteLLM). It keeps
/// nothing at the provider, so there is no provider state and nothing to abandon.
/// </summary>
internal sealed partial class ChatCompletionsAssistant(
    IOptions<AssistantOptions> options, ModelMeter meter, TimeProvider clock, ILogger<ChatCompletionsAssistant> logger) : IAssistant
{
    private readonly ChatClient _chat = OpenAIConnection.Chat(options.Value);

    public async IAsyncEnumerable<AssistantUpdate> NextStepAsync(
        AssistantRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var instructions = Instructions.For(request.Customer, clock);
        var thread = new FittingThread(request.Thread);
        var retries = new RetryBudget(options.Value, meter, clock, request.Deadline);
        TokenUsage? used = null; // by every try
        while (true)
        {
            var answer = new ChatAnswer();
            var body = ChatThread.Request(request with { Thread = thread.Items }, instructions, options.Value);
            var reply = await AskAsync(body, cancellationToken);
            await foreach (var piece in ReadAsync(reply, answer))
            {
                yield return piece;
            }

            used = TokenUsage.Sum(used, answer.Usage);
            if (await EndAsync(request, answer.Fault ?? reply, answer, thread, retries, cancellationToken) is { } end)
            {
                yield return end with { Usage = used };
                yield break;
            }

            if (answer.HasText)
            {
                yield return new TextRestarted();
            }
        }
    }

    public Task<LetGo> AbandonAsync(Holding holding, CancellationToken cancellationToken) => Task.FromResult(LetGo.Nothing(holding));

    public Task WithdrawAsync(AssistantRequest request, string held, string? taken, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<string?> CheckAsync(CancellationToken cancellationToken) => this.CallPingAsync(clock, cancellationToken);

    private Task<ProviderReply> AskAsync(JsonObject body, CancellationToken cancellationToken) => OpenAICall.SendAsync(
        call => _chat.CompleteChatAsync(BinaryContent.Create(BinaryData.FromString(body.ToJsonString())), call), cancellationToken);

    private static async IAsyncEnumerable<TextPiece> ReadAsync(ProviderReply reply, ChatAnswer answer)
    {
        if (reply is Accepted whole && answer.Take(whole.Body) is { Length: > 0 } text)
        {
            yield return new TextPiece(text);
        }
        else if (reply is Streamed { Events: var events })
        {
            await using (events)
            {
                while (!answer.IsOver && await events.NextAsync() is { } chunk)
                {
                    if (answer.Take(chunk) is { Length: > 0 } piece)
                    {
                        yield return new TextPiece(piece);
                    }
                }

                answer.Break(events.Fault);
            }
        }
    }

    /// <returns>Null when another try is to be made: with less of the thread, or after a pause.</returns>
    private async Task<StepEnded?> EndAsync(
        AssistantRequest request,
        ProviderReply reply,
        ChatAnswer answer,
        FittingThread thread,
        RetryBudget retries,
        CancellationToken cancellationToken)
    {
        if (answer.End() is { } end)
        {
            return end;
        }

        if (reply is Refused { IsTooLong: true } && thread.TryShorten())
        {
            LogShortened(request.ConversationId, request.RunId, thread.Length);
            return null;
        }

        if (reply is Refused { IsBlocked: true } && thread.TryNewestTurn())
        {
            LogBlocked(request.ConversationId, request.RunId);
            return null;
        }

        if (ProviderFault.Lasting(reply, options.Value) is { } lasting)
        {
            return lasting with { Text = answer.Text };
        }

        return await retries.WaitAsync((reply as Refused)?.RetryAfter, cancellationToken)
            ? null
            : ProviderFault.Unavailable(reply, options.Value, answer.Text);
    }

    [LoggerMessage(
        1202,
        LogLevel.Warning,
        "Assistant:MaxThreadLength is more than the model takes: for conversation {ConversationId}, run {RunId} it is asked with {Length} characters")]
    private partial void LogShortened(string conversationId, string runId, int length);

    [LoggerMessage(
        1203,
        LogLevel.Information,
        "The provider's filter blocked the thread of conversation {ConversationId}, run {RunId}; it is asked with its newest turn alone")]
    private partial void LogBlocked(string conversationId, string runId);
}
