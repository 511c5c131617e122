namespace CloudMart.Support.Core.Assistant.Consent;

/// <summary>
/// Whether a message may cancel an order at once (DESIGN, rule 5): one imperative English sentence asking to cancel, with exactly one
/// order id. It is a whitelist: whatever the grammar does not spell out (a question, a condition, a negation, the past, somebody else's
/// words, a reason, a second request, another language, a misspelt verb) is no evidence, and the customer is asked.
/// <code>
/// message = [greeting [","|"."|"!"]] ["yes"|"ok" [","]] [please [","]] "cancel" [please] order [hurry] [closing] [end]
/// order   = ["my"|"the"|"this"] (["order"|"purchase" ["number"|"no" "."|"#"|":"]] id | id "order"|"purchase")
/// end     = "," closing ["."|"!"] | ("."|"!") [closing ["."|"!"]]
/// </code>
/// </summary>
public static class CancelEvidence
{
    private static readonly string[] Greetings =
        ["hi there", "hello there", "hey there", "good morning", "good afternoon", "good evening", "hi", "hello", "hey"];

    private static readonly string[] Assents = ["yes", "okay", "ok"];
    private static readonly string[] Politeness = ["please", "pls", "kindly"];
    private static readonly string[] Determiners = ["my", "the", "this"];
    private static readonly string[] Nouns = ["order", "purchase"];
    private static readonly string[] Numbering = ["number", "no .", "no", "#", ":"];
    private static readonly string[] Hurry = ["for me", "right now", "right away", "immediately", "asap", "now"];
    private static readonly string[] Closings =
        ["thank you very much", "thank you", "many thanks", "thanks a lot", "thanks", "please", "pls"];
    private static readonly string[] Pauses = [",", ".", "!"];
    private static readonly string[] Ends = [".", "!"];

    /// <summary>The id of the order that <paramref name="message"/> asks to cancel, in upper case; null when it is no evidence.</summary>
    public static string? OrderIdIn(string message)
    {
        if (SentenceReader.TryRead(message) is not { } sentence)
        {
            return null;
        }

        ReadOpening(sentence);
        return sentence.Take("cancel") && ReadOrder(sentence) is { } orderId && ReadClosing(sentence) && sentence.IsAtEnd ? orderId : null;
    }

    private static void ReadOpening(SentenceReader sentence)
    {
        if (sentence.TakeAny(Greetings))
        {
            sentence.TakeAny(Pauses);
        }

        if (sentence.TakeAny(Assents))
        {
            sentence.Take(",");
        }

        if (sentence.TakeAny(Politeness))
        {
            sentence.Take(",");
        }
    }

    private static string? ReadOrder(SentenceReader sentence)
    {
        sentence.TakeAny(Politeness);
        sentence.TakeAny(Determiners);
        var hasNoun = sentence.TakeAny(Nouns);
        if (hasNoun)
        {
            sentence.TakeAny(Numbering);
        }

        var orderId = sentence.TakeOrderId();
        if (!hasNoun)
        {
            sentence.TakeAny(Nouns);
        }

        return orderId;
    }

    private static bool ReadClosing(SentenceReader sentence)
    {
        sentence.TakeAny(Hurry);
        sentence.TakeAny(Closings);
        if (sentence.Take(",") && !sentence.TakeAny(Closings))
        {
            return false; // the sentence breaks off
        }

        if (sentence.TakeAny(Ends) && sentence.TakeAny(Closings))
        {
            sentence.TakeAny(Ends);
        }

        return true;
    }
}
