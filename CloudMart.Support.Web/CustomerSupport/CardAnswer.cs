using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Web.CustomerSupport;

/// <summary>A card's button was pressed.</summary>
/// <param name="Action">The card.</param>
/// <param name="Agrees">Which button: the one that does it, or the one that leaves everything as it is.</param>
public sealed record CardAnswer(ActionId Action, bool Agrees);
