using System.Text.RegularExpressions;

namespace CloudMart.Support.Core.Assistant.Claims.Tongues;

internal static partial class French
{
    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(
        @"(?:\bj(?:e l)?'ai|\bnous (?:l')?avons|\bon a|\b(?:a|ont) (?:\w+ )?été|\b(?:est|sont))(?: [\w']+){0,3}? (?:(?<cancel>annulée?s?)|(?<refund>remboursée?s?|créditée?s?)"
        + @"|(?<return>retournée?s?)|(?<exchange>échangée?s?)|(?<change>modifiée?s?|changée?s?|mise?s? à jour|remplacée?s?)|(?<put>lancée?s?|effectuée?s?|demandée?s?|enregistrée?s?|confirmée?s?))\b",
        Plain)]
    public static partial Regex Done();

    [GeneratedRegex(
        @"\bn'|\b(?:ne|pas|rien|aucune?|jamais|peux|peut|pouvez|pouvons|pourr\w+|voul\w+|souhait\w+|hier|il y a|dernière?|le \d+|par vous|vous avez)\b", Plain)]
    public static partial Regex Unreal();

    [GeneratedRegex(@"\b(?:si|dès que|lorsque|quand|une fois|avant|après que)\b|\bs'il", Plain)]
    public static partial Regex Conditions();
}

internal static partial class Spanish
{
    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(
        @"\b(?:(?:he|hemos|(?:ha|han) sido|fue|fueron|está|están|queda|quedan|quedó)(?: \w+){0,2}? (?:(?<cancel>(?:cancelad|anulad)[oa]s?)|(?<refund>(?:reembolsad|abonad)[oa]s?)|(?<return>devuelt[oa]s?)"
        + "|(?<exchange>intercambiad[oa]s?|canjead[oa]s?)|(?<change>(?:cambiad|modificad|actualizad)[oa]s?)|(?<put>(?:emitid|procesad|iniciad|realizad|solicitad|confirmad)[oa]s?))"
        + @"|(?<cancel>cancelé|cancelamos|anulé|anulamos)|(?<refund>reembolsé|reembolsamos)|(?<change>cambié|modifiqué|actualicé|actualizamos))\b",
        Plain)]
    public static partial Regex Done();

    [GeneratedRegex(
        @"\b(?:no|nunca|nada|ningun[oa]?|ningún|puedo|puede\w*|podemos|podr\w+|quier\w+|quisier\w+|dese\w+|gustaría|será\w*|ayer|hace \d+|hace un\w*|pasad[oa]|el \d+|por usted)\b",
        Plain)]
    public static partial Regex Unreal();

    [GeneratedRegex(@"\b(?:si|cuando|una vez|en cuanto|antes|después de que)\b", Plain)]
    public static partial Regex Conditions();
}

internal static partial class Portuguese
{
    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(
        @"\b(?:(?:foi|foram|está|estão|ficou)(?: \w+){0,2}? (?:(?<cancel>(?:cancelad|anulad)[oa]s?)|(?<refund>(?:reembolsad|estornad)[oa]s?)|(?<return>devolvid[oa]s?)|(?<exchange>trocad[oa]s?)"
        + "|(?<change>(?:alterad|atualizad|mudad|modificad)[oa]s?)|(?<put>(?:emitid|processad|iniciad|solicitad|realizad|confirmad)[oa]s?))"
        + @"|(?<cancel>cancelei|cancelamos|anulei)|(?<refund>reembolsei|reembolsamos|estornei)|(?<exchange>troquei|trocamos)|(?<change>alterei|alteramos|atualizei|atualizamos|mudei|mudamos))\b",
        Plain)]
    public static partial Regex Done();

    [GeneratedRegex(
        @"\b(?:não|nunca|nada|nenhum\w*|posso|pode\w*|podemos|quer\w*|gostaria|desej\w+|será\w*|ontem|há (?:\d|um)\w*|passad[oa]|no dia|por você)\b", Plain)]
    public static partial Regex Unreal();

    [GeneratedRegex(@"\b(?:se|caso|quando|assim que|antes|depois que)\b", Plain)]
    public static partial Regex Conditions();
}

internal static partial class Italian
{
    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(
        @"(?:\b(?:l')?ho|\b(?:l')?abbiamo|\b(?:è|sono)(?: stat[oaie])?)(?: \w+){0,2}? (?:(?<cancel>(?:annullat|cancellat)[oaie])|(?<refund>(?:rimborsat|accreditat)[oaie])|(?<return>res[oaie])"
        + @"|(?<exchange>(?:scambiat|sostituit)[oaie])|(?<change>(?:modificat|cambiat|aggiornat)[oaie])|(?<put>(?:emess|avviat|elaborat|effettuat|richiest|confermat)[oaie]))\b",
        Plain)]
    public static partial Regex Done();

    [GeneratedRegex(
        @"\b(?:non|mai|niente|nessun\w*|posso|può|possiamo|potre\w+|vuo\w+|vorre\w+|desider\w+|sarà|saranno|ieri|fa|scors[oa]|il \d+|da lei)\b", Plain)]
    public static partial Regex Unreal();

    [GeneratedRegex(@"\b(?:se|quando|una volta|appena|prima|dopo che)\b", Plain)]
    public static partial Regex Conditions();
}
