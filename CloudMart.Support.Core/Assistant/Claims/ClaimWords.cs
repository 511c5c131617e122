using System.Text.RegularExpressions;

namespace CloudMart.Support.Core.Assistant.Claims;

/// <summary>The phrases by which a clause tells that something was done, and those by which it does not.</summary>
internal static partial class ClaimWords
{
    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private const string Adverbs =
        "(?:(?:now|just|already|also|successfully|officially|fully|indeed|all|both|then|immediately|finally|today|safely|duly|gone ahead and|went ahead and) )*";

    private const string Participles =
        "(?:(?<cancel>cancell?ed|called off)|(?<refund>refunded|reimbursed|credited)|(?<return>returned)|(?<exchange>exchanged|swapped)"
        + "|(?<change>changed|updated|modified|switched|edited|corrected|adjusted|replaced|set(?! up)|moved)"
        + "|(?<put>issued|processed|initiated|started|submitted|sent|made|created|arranged|opened|set up|completed|applied|scheduled|registered"
        + "|approved|filed|put through|triggered|confirmed|finali[sz]ed|begun)"
        + "|(?<pass>passed|handed|forwarded|escalated|transferred|connected|referred|routed|notified|alerted))\\b";

    private const string Verbs =
        "(?:(?<cancel>cancel)|(?<refund>refund)|(?<return>return)|(?<exchange>exchange|swap)|(?<change>change|update|modify|switch|correct|replace)"
        + "|(?<put>issue|process|initiate|start|submit|make|create|arrange|complete|apply))\\b";

    /// <summary>Whoever acts for the shop says that it has acted.</summary>
    [GeneratedRegex(
        @"\b(?:i|we|our team|the team|our system|the system|the shop|cloudmart)(?:"
        + "(?: have| has|'ve|'s)? " + Adverbs + "(?:" + Participles + "|(?<some>(?:taken|took) care of|(?:done|did) (?:that|it|this|so)\\b))"
        + "|(?: have| has|'ve|'s)? " + Adverbs + "(?:was able to|were able to|been able to|managed to) " + Adverbs + Verbs
        + "|(?: have|'ve)? (?:got|had|gotten) (?:[^ ]+ ){1,4}?(?:(?<cancel>cancell?ed)|(?<refund>refunded)|(?<return>returned)|(?<exchange>exchanged)|(?<change>changed|updated)))",
        Plain)]
    public static partial Regex Doing();

    /// <summary>Something was done, whoever did it. In the present only where it is marked as news: "refunds are issued" is how it is done as a rule.</summary>
    [GeneratedRegex(
        @"(?: (?:has|have)|'s|'ve|^(?:has|have)) " + Adverbs + "been " + Adverbs + Participles
        + "| (?:was|were|got) " + Adverbs + Participles
        + "|(?: (?:is|are)|'s|'re) (?<now>now |already |successfully |officially |all |being |now being |just being )" + Adverbs + Participles
        + "|(?: (?:is|are)|'s|'re) (?<now>)(?<cancel>cancell?ed)\\b",
        Plain)]
    public static partial Regex Done();

    /// <summary>How what was done stands.</summary>
    [GeneratedRegex(
        @"\b(?:your|the|a|this|that|all|full|new)(?: [^ ]+)? (?:(?<refund>refund|money|reimbursement)|(?<return>return)|(?<exchange>exchange|replacement|swap)|(?<cancel>cancell?ation)|(?<some>changes?|update)|(?<address>address (?:change|update)))\b(?: [^ ]+){0,6}?"
        + "(?:(?: is| are|'s| has| have) " + Adverbs + "(?:on (?:its|the|their) way|under ?way|in progress|complete|completed|done|confirmed|in effect|in place|processing|gone through|successful|heading back)"
        + @"| (?:went through|took effect))\b"
        + @"|^(?<some>(?:it|that|this|everything)(?:'s| is| has been) " + Adverbs + "(?:done|taken care of|sorted(?: out)?))$",
        Plain)]
    public static partial Regex State();

    /// <summary>A sentence without its verb: "Order CM-7890 canceled!", "Refund issued".</summary>
    [GeneratedRegex(
        "^" + Adverbs + @"(?:(?<cancel>cancell?ed)|(?<refund>refunded)) (?:your|the|order|#?cm-)"
        + @"|^(?:your |the )?(?:order )?#?cm-[0-9]+ " + Adverbs + "(?<cancel>cancell?ed)(?: successfully)?$"
        + "|^(?:your |the )?order " + Adverbs + "(?<cancel>cancell?ed)(?: successfully)?$"
        + "|^(?:your |the |a |full )*(?:(?<refund>refund)|(?<return>return)|(?<exchange>exchange)|(?<cancel>cancell?ation)|(?<address>(?:shipping |delivery |default )?address)|(?<payment>payment method))"
        + @"(?: of [$0-9.,]+)?(?: for)?(?: order)?(?: #?cm-[0-9]+)? " + Adverbs + "(?:issued|processed|initiated|started|confirmed|completed?|created|updated|changed|approved|sent|submitted)(?: successfully)?$",
        Plain)]
    public static partial Regex Headline();

    /// <summary>What stands before a participle and says that it is not, or not yet, or not known, or somebody else's words.</summary>
    [GeneratedRegex(
        @"\b(?:will|would|can|could|cannot|may|might|should|shall|must|if|unless|once|whether|when|whenever|until|till|before|after|in case|as soon as|assuming|provided"
        + "|let|want|wants|wanted|like|need|needs|needed|going to|about to|to be|to have|to get|never|not|no|nothing|none|neither|nor|without|unable|failed|fails|instead of"
        + @"|asked?|says?|said|mention(?:ed)?|told|wrote|read|think|thought|believe|how|why|what|where|who|please|check|see|any|every|each|orders? (?:that|which))\b|n't\b|'ll\b|'d\b",
        Plain)]
    public static partial Regex Unreal();

    /// <summary>A clause that asks; what is told in the clauses before a question is told.</summary>
    [GeneratedRegex(
        @"^(?:(?:and|but|so|or|then) )?(?:has|have|had|was|were|is|are|am|did|do|does|will|would|can|could|should|shall|may|might|why|what|when|where|which|who|whose|how|if|whether)", Plain)]
    public static partial Regex Asking();

    /// <summary>Makes a question of what was told before.</summary>
    [GeneratedRegex(@"^(?:(?:is|was|am) )?(?:that |it |this |i )?(?:right|correct|true|yes|no|ok|okay|so|or not|(?:is|was|has|have|were|are)n't (?:it|they|that|you|i))$", Plain)]
    public static partial Regex Tag();

    [GeneratedRegex(@"^ (?:nothing|none|neither|no)\b|\bfor (?:approval|review)\b|\bto (?:our|the) team for\b", Plain)]
    public static partial Regex Nothing();

    [GeneratedRegex(@"^ *(?:and |but |so )?(?:if|unless|once|when|whenever|as soon as|in case|after|until|before|should you|assuming|provided)\b|\b(?:if|unless|once|whenever|as soon as|until) (?:you|the|your|it|we|i)\b", Plain)]
    public static partial Regex Conditions();

    /// <summary>An order's history is told, not news.</summary>
    [GeneratedRegex(
        @"\b(?:yesterday|ago|last (?:night|week|month|year|mon|tues|wednes|thurs|fri|satur|sun)|(?:on|in|since) (?:the )?(?:mon|tues|wednes|thurs|fri|satur|sun|jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec|[0-9])"
        + @"|by (?:you|the (?:customer|carrier|seller|bank)))",
        Plain)]
    public static partial Regex OtherDays();

    /// <summary>A subject that is somebody's, or was spoken of; "orders" and "refunds" are anybody's.</summary>
    [GeneratedRegex(@"^ *$|\b(?:your|the|this|that|it|these|those|both|everything|they|all|you|which|order)\b|#?cm-[0-9]|#w[0-9]", Plain)]
    public static partial Regex Something();

    /// <summary>From here on it is about another order.</summary>
    [GeneratedRegex(@"\b(?:instead of|rather than|while|whereas|except|because|since|but|not|unlike|along with|like)\b", Plain)]
    public static partial Regex Contrast();
}
