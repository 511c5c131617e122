using CloudMart.Support.Core.Assistant.Embedded.Dialogue.Changes;
using CloudMart.Support.Core.Assistant.Embedded.Language;
using CloudMart.Support.Core.Assistant.Embedded.Memory;

namespace CloudMart.Support.Core.Assistant.Embedded.Dialogue;

using static OrderWords;

/// <summary>Tells customers what the shop knows of them.</summary>
internal sealed class ProfileTalk(Turn turn)
{
    public string? Tell(Reading reading) => !turn.Has(ToolCalls.GetProfile)
        ? Phrases.CannotYet(Intent.Profile)
        : turn.Ask(ToolCalls.Profile()) switch
        {
            null => null,
            { Outcome: "found", Profile: { } profile } => Tell(profile, reading.Concepts),
            _ => Phrases.CouldNotLookUp,
        };

    private static string Tell(KnownProfile profile, Concept asked)
    {
        var all = !asked.HasSome(Concept.Payment | Concept.Address | Concept.Contact);
        var parts = new List<string>();
        if (all || asked.Has(Concept.Address))
        {
            parts.Add($"Your default address is {Plain(profile.Address)}.");
        }

        if (all || asked.Has(Concept.Contact))
        {
            parts.Add($"We write to {Plain(profile.Email)}.");
        }

        if (all || asked.Has(Concept.Payment))
        {
            var methods = string.Join('\n', profile.PaymentMethods.Select(method => $"- {method.Described()}"));
            parts.Add(methods.Length == 0
                ? "We have no payment method of yours."
                : $"These are the payment methods we have of you:\n\n{methods}");
        }

        return string.Join(' ', parts);
    }
}
