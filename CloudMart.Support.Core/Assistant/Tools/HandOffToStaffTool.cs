using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Assistant.Tools;

/// <summary>Hands the conversation to a person. Asked again while it waits for one, it says so and records nothing more.</summary>
internal sealed class HandOffToStaffTool() : Tool<HandOffToStaffTool.Arguments>(
    Name,
    "Hands the conversation to a member of staff. Call it when the customer wants a person, or needs something that no other tool can do.")
{
    public const string Name = "hand_off_to_staff";

    protected override string Doing(Arguments? arguments) => "Asking a member of staff to take over…";

    protected override Task<ToolDecision> DecideAsync(Arguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var handOver = context.Conversation.State.Owner == Owner.Assistant
            ? HandOver.Because(HandOverCause.AssistantAsked, arguments.Reason, context.Conversation, arguments.Summary)
            : null;
        return Task.FromResult(new ToolDecision(ToolOutput.HandedOff(), AlsoRecord: handOver));
    }

    internal sealed record Arguments(
        [property: Description("Why a person is needed, in one sentence for staff")]
        [property: Required, StringLength(300)]
        string Reason,
        [property: Description("What was asked, done, refused and is still open, for staff to read; at most 2000 characters")]
        [property: Required, StringLength(2000)]
        string Summary);
}
