using System.Diagnostics;
using CloudMart.Support.Core.Assistant.Drafts;
using CloudMart.Support.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace CloudMart.Support.Web.StaffConsole.Drafts;

/// <summary>What a model says the conversation was about, where there is a model and somebody asks.</summary>
public sealed partial class ConversationSummary(StaffDrafts drafts, CurrentStaff staff) : IDisposable
{
    private readonly CancellationTokenSource _leaving = CancellationTokenSource.CreateLinkedTokenSource(staff.Ended);
    private bool _isWriting;
    private string _text = "";

    /// <summary>A new one for each conversation.</summary>
    [Parameter, EditorRequired]
    public string ConversationId { get; set; } = "";

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    private async Task SummarizeAsync()
    {
        _isWriting = true;
        try
        {
            _text = await drafts.SummarizeAsync(await staff.GetAsync(), ConversationId, _leaving.Token) switch
            {
                Drafted { IsOfNewestPart: true } written => $"{written.Text}\n\nThe conversation is long: only its newest part was read for this.",
                Drafted written => written.Text,
                NotDrafted not => not.Why,
                var other => throw new UnreachableException(other.GetType().Name),
            };
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // Another conversation is open by now, or none.
        }

        _isWriting = false;
    }
}
