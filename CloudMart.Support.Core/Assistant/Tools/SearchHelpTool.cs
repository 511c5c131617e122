using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CloudMart.Support.Core.HelpCenter;

namespace CloudMart.Support.Core.Assistant.Tools;

/// <summary>Looks up what the shop's policy is, so that the assistant need not make one up.</summary>
internal sealed class SearchHelpTool(IHelpCenter help) : Tool<SearchHelpTool.Arguments>(
    "search_help",
    "Searches the help center: what the shop's rules are for returns, refunds, exchanges, cancellations, changes, delivery, payment, "
    + "invoices, privacy and contact. Call it before you state any rule, price or time; quote what it finds and link the article by its url.")
{
    private const int MaxArticles = 3;

    protected override string Doing(Arguments? arguments) => "Looking in the help center…";

    protected override async Task<ToolDecision> DecideAsync(Arguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var found = await help.SearchAsync(arguments.Question, MaxArticles, cancellationToken);
        return new(found.Count > 0 ? ToolOutput.Found(found) : ToolOutput.NoHelpFound());
    }

    internal sealed record Arguments(
        [property: Description("What the customer wants to know, in English")]
        [property: Required]
        string Question);
}
