using System.Collections.Immutable;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Staff;
using CloudMart.Support.Core.Staff.Replies;
using CloudMart.Support.Web.CustomerSupport;
using CloudMart.Support.Web.StaffConsole.Inbox;
using Microsoft.AspNetCore.Components;

namespace CloudMart.Support.Web.StaffConsole.Watching;

/// <summary>One conversation, as staff see it: what was said and done, what they can do, and where they write.</summary>
public sealed partial class ConversationPane
{
    private string _assignee = "";
    private string _chosenFor = "";
    private Standing _standing = null!;

    /// <summary>The open conversation.</summary>
    [Parameter, EditorRequired]
    public StaffConversation Talk { get; set; } = null!;

    [Parameter, EditorRequired]
    public ImmutableArray<TranscriptItem> Items { get; set; } = [];

    [Parameter, EditorRequired]
    public SignedInStaff Me { get; set; } = null!;

    /// <summary>Whom it can be given to.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<SignedInStaff> Colleagues { get; set; } = [];

    /// <summary>What staff answer often.</summary>
    [Parameter]
    public IReadOnlyList<CannedReply> Replies { get; set; } = [];

    /// <summary>Why the last deed was not done; null where it was.</summary>
    [Parameter]
    public string? Told { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<StaffDeed> OnDeed { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<SignedInStaff> OnAssign { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<CardDecision> OnDecide { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnEarlier { get; set; }

    private Conversation State => Talk.Known!.State;

    private string Customer => Talk.CustomerName ?? State.CustomerId;

    private string? RunInWords => State.Run is { } run ? $"run {run.Status.InProtocol()}" : null;

    /// <summary>What a person would do next.</summary>
    private StaffDeed MainDeed => State switch
    {
        { IsResolved: true } => StaffDeed.Reopen,
        _ when TakesOver => StaffDeed.TakeOver,
        { Answering.IsShown: false } when StaffDeed.Continue.IsOffered(State, Me.StaffId) => StaffDeed.Continue, // who was held in mid-answer owes it
        _ => StaffDeed.HandBack,
    };

    private bool TakesOver => State.Answering?.StaffId != Me.StaffId;

    protected override void OnParametersSet()
    {
        _standing = Standing.Of(State, Me.StaffId);
        (_assignee, _chosenFor) = (_chosenFor == State.Id ? _assignee : "", State.Id);
    }

    /// <summary>Not as soon as it is chosen: by keyboard every arrow chooses.</summary>
    private async Task AssignAsync()
    {
        if (Colleagues.Append(Me).FirstOrDefault(each => each.StaffId == _assignee) is { } person)
        {
            await OnAssign.InvokeAsync(person);
        }

        _assignee = "";
    }
}
