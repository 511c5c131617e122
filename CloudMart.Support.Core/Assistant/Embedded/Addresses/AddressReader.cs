using System.Text.RegularExpressions;

namespace CloudMart.Support.Core.Assistant.Embedded.Addresses;

/// <summary>Finds a postal address in what a customer wrote: "to 5 Oak Road, Apt 2, Salem, OR 97301".</summary>
internal static partial class AddressReader
{
    /// <summary>Stands where an address was, and is a word of the lexicon.</summary>
    public const string Stands = "streetaddress";

    public static AddressParts Read(string text) => Find(text).Parts;

    /// <summary>The message with a word in place of the address in it, whose commas and numbers would only confuse.</summary>
    public static string WithoutAddress(string text)
    {
        var (parts, start, end) = Find(text);
        return parts.Street is null ? text : $"{text[..start]} {Stands} {text[end..]}";
    }

    /// <summary>What was answered when one part was asked for; it may hold more of the address.</summary>
    public static AddressParts ReadAnswer(AddressPart asked, string text)
    {
        var parts = Read(text) is { Street: not null } whole ? whole : Rest(text, 0, text.Length).Parts with { Country = null };
        var plain = Lead().Replace(text, "").Trim(' ', '.', '!', ',');
        return asked switch
        {
            AddressPart.Street => parts with { Street = parts.Street ?? StreetIn(plain), City = parts.Street is null ? null : parts.City },
            AddressPart.City => parts with { City = CityIn(plain) ?? parts.City },
            AddressPart.State => parts with { State = States.CodeOf(plain) ?? parts.State, City = null },
            _ => parts with { Zip = parts.Zip ?? ForeignZipIn(plain), City = null },
        };
    }

    private static (AddressParts Parts, int Start, int End) Find(string text)
    {
        var street = Streets().Match(text) is { Success: true } typed ? typed : StreetsBeforeACity().Match(text);
        if (!street.Success)
        {
            return (new(), 0, 0);
        }

        var from = street.Index + street.Length;
        var second = SecondLine().Match(text, from);
        from += second.Success ? second.Length : 0;
        var (rest, end) = Rest(text, from, text.Length);
        var line2 = second.Success ? second.Groups["line"].Value.Trim() : null;
        return (rest with { Street = street.Value.Trim(), Line2 = line2 }, street.Index, end);
    }

    /// <summary>City, state, ZIP code and country, in what follows the street.</summary>
    private static (AddressParts Parts, int End) Rest(string text, int from, int to)
    {
        var rest = text[from..to];
        var zip = Zips().Match(rest);
        var untilZip = zip.Success ? rest[..zip.Index] : rest[..SentenceEnd(rest)];
        var state = States.LastIn(zip.Success ? rest[..(zip.Index + zip.Length)] : untilZip);
        var cityEnd = state?.Index ?? untilZip.Length;
        var city = CityIn(untilZip[..Math.Min(cityEnd, untilZip.Length)]);
        if (city is null && state is { } both && CityIn(rest.Substring(both.Index, both.Length)) is { } name && name.Length > 2)
        {
            (city, state) = (name, null); // "5 Oak Road, New York": the city; which state it is in is asked
        }

        var stateEnd = state is { } found ? found.Index + found.Length : 0;
        int[] ends = [zip.Success ? zip.Index + zip.Length : 0, stateEnd, city is null ? 0 : cityEnd];
        var country = Countries().Match(rest, ends.Max());
        var end = country.Success ? country.Index + country.Length : ends.Max();
        var said = country.Success ? country.Groups["country"].Value : null;
        return (new(City: city, State: state?.Code, Zip: zip.Success ? zip.Value : null, Country: said), from + end);
    }

    private static int SentenceEnd(string text) => text.IndexOfAny(['.', '!', '?', ';', '\n']) is var end && end < 0 ? text.Length : end;

    private static string? StreetIn(string answer) =>
        answer.Split(',')[0].Trim() is { Length: > 3 and < 80 } street && street.Any(char.IsLetter) && street.Any(char.IsDigit)
            ? street
            : null;

    private static string? ForeignZipIn(string answer) => ForeignZip().Match(answer) is { Success: true } zip ? zip.Value : null;

    private static string? CityIn(string text) => text.Split(',')
        .Select(part => part.Trim(' ', '.'))
        .FirstOrDefault(part => part.Length is > 1 and < 40 && CityName().IsMatch(part));

    [GeneratedRegex(
        """
        (?<![-\#\w])[0-9]{1,6}[a-z]?\s+(?:(?!(?:to|at|is|for|be|and|from)\s)[\p{L}0-9'.-]+\s+){0,4}?
        (?:street|str|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|highway|hwy|way|court|ct|place|pl|terrace|ter|square|sq|
        parkway|pkwy|circle|cir|trail|row|alley|plaza|crescent|close|loop|pike|broadway)\b\.? | \bp\.?\s?o\.?\s?box\s+[0-9]+
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Streets();

    /// <summary>"5 Broadway, Salem, OR 97301": the ZIP code tells that it is an address.</summary>
    [GeneratedRegex(
        """
        (?<![-\#\w])[0-9]{1,6}[a-z]?\s+(?:(?!(?:to|at|is|for|be|and|from)\s)[\p{L}0-9'.-]+\s*){1,5}
        (?=,[^,]{2,40},?\s[^,]{2,20},?\s[0-9]{5}\b)
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex StreetsBeforeACity();

    [GeneratedRegex(@"\G\s*,?\s*(?<line>(?:(?:apt|apartment|suite|ste|unit|floor|room)\.?\s*\#?|\#)\s*[\w-]+)", RegexOptions.IgnoreCase)]
    private static partial Regex SecondLine();

    [GeneratedRegex(@"\b[0-9]{5}(?:-[0-9]{4})?\b")]
    private static partial Regex Zips();

    [GeneratedRegex(@"\b(?=[A-Za-z0-9]*[0-9])[A-Za-z0-9]{2,5}(?:[ -][A-Za-z0-9]{2,4})?\b")]
    private static partial Regex ForeignZip();

    [GeneratedRegex(
        @"\G\s*,?\s*(?<country>USA|U\.S\.A\.|US|United States(?: of America)?|Canada|Mexico|United Kingdom|UK|Germany|France|Spain)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Countries();

    [GeneratedRegex(@"^\p{L}[\p{L} .'-]*$")]
    private static partial Regex CityName();

    /// <summary>"It's in …", "the city is …".</summary>
    [GeneratedRegex(
        """
        ^\s*(?: (?:it|that|this)(?:'s|’s|s|\ is|\ should\ be)?\s+ | (?:the\ |my\ )?(?:street|city|state|zip(?:\ code)?|town)(?:\ is|:)?\s+
        | in\s+ | to\s+ )+
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Lead();
}
