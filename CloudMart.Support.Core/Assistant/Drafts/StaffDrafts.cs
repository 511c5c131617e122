using System.Collections.Immutable;
using CloudMart.Support.Core.Assistant.Claims;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Staff;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Core.Assistant.Drafts;

/// <summary>
/// What a member of staff may have the assistant write for them: the next reply, or what the conversation was about. It is one step without
/// tools, outside of any run: nothing of it is logged, and nobody but who asked gets to see it. That it was asked for stands in the audit log.
/// </summary>
public sealed class StaffDrafts
{
    /// <summary>How many events a summary is of, at most; of a reply's past only the newest matter.</summary>
    private const int SummaryEvents = 2_000;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly IAssistant _assistant;
    private readonly LettingGo _lettingGo;
    private readonly StaffConversations _conversations;
    private readonly IStaffAudit _audit;
    private readonly ICustomerDirectory _customers;
    private readonly ModelSteps _steps;
    private readonly IOptions<AssistantOptions> _provider;
    private readonly IOptions<RunOptions> _bounds;
    private readonly IIdSource _ids;
    private readonly TimeProvider _clock;

    internal StaffDrafts(
        IAssistant assistant,
        LettingGo lettingGo,
        StaffConversations conversations,
        IStaffAudit audit,
        ICustomerDirectory customers,
        ModelSteps steps,
        IOptions<AssistantOptions> provider,
        IOptions<RunOptions> bounds,
        IIdSource ids,
        TimeProvider clock) =>
        (_assistant, _lettingGo, _conversations, _audit, _customers, _steps, _provider, _bounds, _ids, _clock) =
        (assistant, lettingGo, conversations, audit, customers, steps, provider, bounds, ids, clock);

    /// <summary>Whether a model answers that can write anything at all: the embedded assistant's rules cannot.</summary>
    public bool AreOffered => _provider.Value.Provider != AssistantProvider.Embedded;

    /// <summary>The reply that the assistant would give in the person's place.</summary>
    /// <param name="by">Who asks.</param>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="cancellationToken">Stops the assistant.</param>
    public Task<DraftResult> DraftReplyAsync(SignedInStaff by, string conversationId, CancellationToken cancellationToken) =>
        WriteAsync(by, conversationId, ConversationWriter.ContextEvents, "had a reply drafted", DraftWords.Reply(by.Name), cancellationToken);

    /// <summary>What was asked, done, refused and is pending, for a colleague who has not read it.</summary>
    /// <inheritdoc cref="DraftReplyAsync"/>
    public Task<DraftResult> SummarizeAsync(SignedInStaff by, string conversationId, CancellationToken cancellationToken) =>
        WriteAsync(by, conversationId, SummaryEvents, "had it summarized", DraftWords.Summary, cancellationToken);

    private async Task<DraftResult> WriteAsync(
        SignedInStaff by, string conversationId, int events, string what, string task, CancellationToken cancellationToken)
    {
        if (!AreOffered)
        {
            return new NotDrafted("The demo assistant works by rules and can’t write drafts.");
        }

        if (await _conversations.OpenAsync(by, conversationId, events, cancellationToken) is not { } known)
        {
            return new NotDrafted("There is no such conversation.");
        }

        await _audit.AddAsync(new(_ids.NewId(), _clock.GetUtcNow(), by.StaffId, what, conversationId, known.State.CustomerId), cancellationToken);
        using var time = new CancellationTokenSource(Limit, _clock);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellationToken);
        try
        {
            return await AskAsync(known, task, linked.Token);
        }
        catch (OperationCanceledException) when (time.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new NotDrafted("The assistant took too long. Please try again.");
        }
    }

    private async Task<DraftResult> AskAsync(ConversationSnapshot known, string task, CancellationToken cancellationToken)
    {
        var customer = await _customers.FindAsync(known.State.CustomerId, cancellationToken) ?? new SignedInCustomer(known.State.CustomerId, "");
        var next = known.State.LastNumber + 1;
        var thread = ThreadFromLog.Build(known.Events, next, _bounds.Value.MaxThreadLength).Add(new StaffRequest(next, task));
        var request = new AssistantRequest(known.State.Id, _ids.NewId(), 0, customer, thread, [], null, _clock.GetUtcNow() + Limit);
        string? held = null;
        using var step = _steps.Begin(request, waitingSince: null);
        try
        {
            await foreach (var update in _assistant.NextStepAsync(request, cancellationToken))
            {
                held = (update as Holds)?.ProviderState ?? held;
                if (update is StepEnded end)
                {
                    step.Ended(end);
                    held = end is Answered ? null : held;
                    return ResultOf(end, known, IsCut(known, thread));
                }
            }
        }
        finally
        {
            if (held is not null)
            {
                await _lettingGo.OfAsync(held, null, known.State.Id, request.RunId, CancellationToken.None);
            }
        }

        throw new InvalidOperationException($"{_assistant.GetType().Name} ended its updates without saying how the step ended.");
    }

    private static bool IsCut(ConversationSnapshot known, ImmutableArray<ThreadItem> thread) =>
        known.Events[0].Number > 1 || known.Events.Any(recorded => recorded.Event is CustomerSaid && recorded.Number < thread[0].Number);

    private static DraftResult ResultOf(StepEnded end, ConversationSnapshot known, bool isCut) => end switch
    {
        Answered { Text: var text } when !string.IsNullOrWhiteSpace(text) =>
            new Drafted(BoundedText.Cut(text.Trim(), StaffService.MaxLength), ChangesMade.UnfoundedClaimIn(text, known)?.Words, isCut),
        StepFailed { Failure: StepFailure.Declined } => new NotDrafted("The assistant declined to write this."),
        _ => new NotDrafted("The assistant can’t be reached right now."),
    };
}
