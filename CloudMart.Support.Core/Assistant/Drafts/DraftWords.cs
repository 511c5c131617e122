namespace CloudMart.Support.Core.Assistant.Drafts;

/// <summary>What the assistant is asked to write for staff.</summary>
internal static class DraftWords
{
    public const string Summary = """
        [From CloudMart's staff, not from the customer.] Summarize this conversation for a colleague who has not read it: what the customer asked, what was done, what was refused and why, and what is still open. At most six short lines, in English, each beginning with "- ". Say only what stands above.
        """;

    public static string Reply(string name) => $"""
        [From CloudMart's staff, not from the customer.] {name} of the staff answers this customer now and asks you for a draft of the next reply. Write only the reply itself, in the customer's language, in {name}'s name, short and friendly. Say only what stands above; where something has to be looked up or done first, say that it is being looked into.
        """;
}
