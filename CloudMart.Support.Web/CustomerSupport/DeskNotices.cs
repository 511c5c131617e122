using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Web.CustomerSupport;

/// <summary>The lines that say who comes and goes. Of people only what the customer knows: a hold shows nobody.</summary>
/// <param name="isWhole">The facts begin with the conversation. Otherwise nobody knows who answered before the first of them.</param>
internal sealed class DeskNotices(bool isWhole)
{
    private string? _answering;
    private bool _isKnown = isWhole;

    /// <summary>The customer was told that a person comes.</summary>
    private bool _isAwaited;

    /// <summary>The line for the fact; null where it gets none. Facts come in the order of the log.</summary>
    public string? Of(ConversationEvent fact)
    {
        var (before, wasKnown, wasAwaited) = (_answering, _isKnown, _isAwaited);
        _isAwaited = fact is HandedToStaff || (_isAwaited && fact is not (HandedBack or Continued or Resolved));
        _isKnown |= fact is StaffJoined or Assigned or Reopened or StaffSaid or HandedBack or Continued or Resolved;
        _answering = fact switch
        {
            StaffJoined e => e.Name,
            Assigned e => e.Name,
            Reopened e => e.Name,
            StaffSaid e => e.Name,
            HandedBack or Continued or Resolved => null,
            _ => before,
        };
        return fact switch
        {
            StaffJoined or StaffSaid when before == _answering => null,
            StaffSaid when !wasKnown => null,
            StaffJoined or StaffSaid => $"{Left(before)}{_answering} from CloudMart joined.",
            Assigned { Name: var name } => $"{(before == name ? "" : Left(before))}{name} from CloudMart will go on from here.",
            Reopened { Name: var name } => $"{name} from CloudMart opened this conversation again.",
            StaffActed { Name: var name, Card.Title: var title } => $"{name} from CloudMart asked for this: {title}",
            HandedToStaff => "This conversation was passed on to our team.",
            HandedBack or Continued when before is not null => $"{before} from CloudMart left. The assistant answers again.",
            HandedBack { By: not null } when wasKnown && !wasAwaited => null,
            HandedBack => "The assistant answers again.",
            Resolved when before is not null => $"{before} from CloudMart closed this conversation. Write any time to open it again.",
            Resolved => "This conversation was closed. Write any time to open it again.",
            _ => null,
        };
    }

    private static string Left(string? before) => before is null ? "" : $"{before} from CloudMart left. ";
}
