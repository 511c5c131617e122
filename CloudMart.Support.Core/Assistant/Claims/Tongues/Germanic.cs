using System.Text.RegularExpressions;

namespace CloudMart.Support.Core.Assistant.Claims.Tongues;

internal static partial class German
{
    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(
        @"\b(?:(?:ich|wir) haben?|habe ich|haben wir|wurden?|ist|sind)\b.*?\b(?:(?<cancel>storniert|annulliert)|(?<refund>(?:zurück|rück)?erstattet|gutgeschrieben|zurückgezahlt)"
        + "|(?<return>retourniert|zurückgenommen)|(?<exchange>(?:um|aus)?getauscht|umgetauscht|ausgetauscht)|(?<change>geändert|aktualisiert|angepasst|umgestellt|hinterlegt)"
        + @"|(?<put>veranlasst|eingeleitet|beauftragt|vorgenommen|ausgelöst|bestätigt))\b",
        Plain)]
    public static partial Regex Done();

    [GeneratedRegex(
        @"\b(?:nicht|nie|kein\w*|ob|kann|können|konnten?|könnten?|wird|werden|würden?|möchten?|sollen?|sollten?|muss|müssen|gestern|vorgestern|letzte\w*|vor (?:\d|ein)\w*|am \d+|von ihnen)\b",
        Plain)]
    public static partial Regex Unreal();

    [GeneratedRegex(@"\b(?:wenn|falls|sobald|sofern|bevor|nachdem|bis sie)\b", Plain)]
    public static partial Regex Conditions();
}

internal static partial class Dutch
{
    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(
        @"\b(?:ik heb|heb ik|(?:we|wij) hebben|hebben (?:we|wij)|is|zijn|werd|werden)\b.*?\b(?:(?<cancel>geannuleerd)|(?<refund>terugbetaald|vergoed|teruggestort)"
        + @"|(?<return>geretourneerd)|(?<exchange>omgeruild|geruild)|(?<change>gewijzigd|aangepast|bijgewerkt|veranderd)|(?<put>ingediend|gestart|verwerkt|bevestigd))\b",
        Plain)]
    public static partial Regex Done();

    [GeneratedRegex(
        @"\b(?:niet|nooit|geen|of|kan|kunnen|kunt|kon|wilt?|willen|zou|zouden|wordt|worden|moet|moeten|gisteren|geleden|vorige|op \d+|door u)\b", Plain)]
    public static partial Regex Unreal();

    [GeneratedRegex(@"\b(?:als|indien|zodra|wanneer|voordat|nadat)\b", Plain)]
    public static partial Regex Conditions();
}
