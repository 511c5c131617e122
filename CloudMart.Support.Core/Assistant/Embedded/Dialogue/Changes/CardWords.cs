using CloudMart.Support.Core.Assistant.Embedded.Memory;

namespace CloudMart.Support.Core.Assistant.Embedded.Dialogue.Changes;

using static OrderWords;

/// <summary>
/// Says what a change came to: mostly an action card, which the app draws with exactly what will happen. Done is only what an outcome says
/// is done.
/// </summary>
internal static class CardWords
{
    /// <param name="orderId">The order; null for a change of the customer's own data.</param>
    /// <param name="answer">Null while the tool has not answered.</param>
    public static string? Say(string? orderId, ToolAnswer? answer) => answer switch
    {
        null => null,
        { Outcome: "waiting_for_customer" } => 
            $"The card shows exactly what will happen{What(answer)} {Question.Words(QuestionKind.Card)}",
        { Outcome: "waiting_for_approval" } =>
            $"Someone of our team has to approve this first{What(answer)} You will see their decision here.",
        { Outcome: "refused" } => $"I can't do that. {Said(answer)}{Question.Words(QuestionKind.BringInAPerson)}",
        { Outcome: "done" } => $"Done. {Said(answer)}".TrimEnd(),
        { Outcome: "not_found" } when orderId is not null => Phrases.NoSuchOrder(orderId),
        _ => $"Something went wrong on our side{(orderId is null ? "" : $", and {Id(orderId)} may not be changed")}. "
            + "Please try again in a moment, or ask me how it stands.",
    };

    /// <summary>What became of a card, as the desk noted it after the customer's yes or no.</summary>
    public static string Say(ToolAnswer note) => note.Outcome switch
    {
        "done" or "canceled" => $"Done. {Said(note)}",
        "declined" => $"Okay, nothing has changed. {Said(note)}",
        "waiting_for_approval" => $"Thank you. Someone of our team has to approve it first: you will see their decision here. {Said(note)}",
        "rejected" => $"Our team has not approved it, so nothing has changed. {Said(note)}{Question.Words(QuestionKind.BringInAPerson)}",
        "withdrawn" => $"Our team has withdrawn that card, so nothing has changed. {Said(note)}",
        "void" or "expired" => $"That card no longer holds, so nothing has changed. {Said(note)}Just ask me again if you still want it.",
        "refused" => $"That was not possible. {Said(note)}{Question.Words(QuestionKind.BringInAPerson)}",
        _ => "I can't tell what became of it. Please ask me how the order stands.",
    };

    /// <summary>Only the card's title: the rest is on the card.</summary>
    private static string What(ToolAnswer answer) =>
        answer.What is { Length: > 0 } what ? $": {Marked(what.Split("; ", 2)[0], answer.OrderId).TrimEnd('.')}." : ".";

    private static string Said(ToolAnswer answer) =>
        answer.Message is { Length: > 0 } message ? $"{Marked(Sentences(message), answer.OrderId ?? answer.Order?.OrderId)} " : "";

    /// <summary>The parts of a receipt, each as a sentence of its own.</summary>
    private static string Sentences(string message) => string.Join(' ', message
        .Split("; ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(part => part[^1] is '.' or '!' or '?' or '…' ? part : $"{part}."));

    /// <summary>Only the id of the order it is about is bold: another one would come from the name of an item.</summary>
    private static string Marked(string text, string? orderId) =>
        orderId is null ? Plain(text) : Plain(text).Replace(Plain(orderId), Id(orderId), StringComparison.Ordinal);
}
