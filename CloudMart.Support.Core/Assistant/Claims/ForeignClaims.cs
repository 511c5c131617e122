using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CloudMart.Support.Core.Assistant.Claims.Tongues;
using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Core.Assistant.Claims;

/// <summary>
/// Finds what an assistant claims was done where it answers in another language than English. It knows the plain ways only in which such an
/// answer says so, clause by clause, and is as ready to be silent as <see cref="ClaimReader"/>.
/// </summary>
internal static partial class ForeignClaims
{
    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <param name="text">Plain words, without any marks of Markdown.</param>
    public static IEnumerable<ChangeClaim> ClaimsIn(string text) =>
        Sentences().Matches(text).Select(sentence => sentence.Value.Trim()).Where(sentence => !Questions().IsMatch(sentence)).SelectMany(ClaimsOf);

    private static IEnumerable<ChangeClaim> ClaimsOf(string sentence) =>
        from tongue in ClaimTongue.All
        where tongue.Done.IsMatch(sentence) && !tongue.Conditions.IsMatch(sentence)
        from clause in Clauses().Split(sentence)
        let done = tongue.Done.Match(clause)
        where done.Success && !tongue.Unreal.IsMatch(clause)
        let change = ChangeOf(done, clause)
        where change is not null
        select new ChangeClaim(change.Value, OrderIdsIn(clause), sentence);

    private static ClaimedChange? ChangeOf(Match done, string clause) =>
        done.Groups["cancel"].Success ? ClaimedChange.Cancellation
        : done.Groups["refund"].Success ? ClaimedChange.Refund
        : done.Groups["return"].Success ? ClaimedChange.Return
        : done.Groups["exchange"].Success ? ClaimedChange.Items
        : done.Groups["change"].Success ? OfChanged(clause)
        : OfNoun(clause);

    private static ClaimedChange? OfChanged(string clause) =>
        Address().IsMatch(clause) ? ClaimedChange.Address
        : Payment().IsMatch(clause) ? ClaimedChange.Payment
        : Items().IsMatch(clause) ? ClaimedChange.Items
        : Orders().IsMatch(clause) ? ClaimedChange.Some
        : null;

    private static ClaimedChange? OfNoun(string clause) => Nouns().Match(clause) switch
    {
        { Success: false } => null,
        var noun when noun.Groups["refund"].Success => ClaimedChange.Refund,
        var noun when noun.Groups["return"].Success => ClaimedChange.Return,
        var noun when noun.Groups["cancel"].Success => ClaimedChange.Cancellation,
        _ => ClaimedChange.Items,
    };

    private static ImmutableArray<string> OrderIdsIn(string clause) =>
        [.. OrderIds().Matches(clause).Select(id => OrderNumber.Normalize(id.Value)).OfType<string>().Distinct()];

    [GeneratedRegex(@"[^.!?。！？\n]+(?:[.](?=\S)[^.!?。！？\n]+)*[.!?。！？]*")]
    private static partial Regex Sentences();

    [GeneratedRegex("[?？]$|^¿|ますか。?$|ましたか。?$|吗。?$|까요?[.]?$")]
    private static partial Regex Questions();

    /// <summary>A list of orders is one clause.</summary>
    [GeneratedRegex(@"[,;:()–—，、；：](?! *#?(?:cm-|w)[0-9])| - | (?:und|aber|en|maar|et|mais|y|pero|e|mas|ma|o|ou|oder)(?! #?(?:cm-|w)[0-9])(?= )", Plain)]
    private static partial Regex Clauses();

    [GeneratedRegex("adress|adres|direcci|indirizz|endere|地址|住所|주소", Plain)]
    private static partial Regex Address();

    [GeneratedRegex("zahl(?:ung|art|weise)|betaal|paiement|\\bpago\\b|pagamento|支付|支払|결제", Plain)]
    private static partial Regex Payment();

    [GeneratedRegex("artikel|größe|farbe|variante|maat|kleur|article|taille|couleur|artículo|talla|color|articol|taglia|artigo|tamanho|商品|尺码|颜色|サイズ|상품|사이즈", Plain)]
    private static partial Regex Items();

    [GeneratedRegex("bestell|commande|pedido|ordine|encomenda|订单|注文|주문|#?cm-[0-9]|#w[0-9]", Plain)]
    private static partial Regex Orders();

    [GeneratedRegex(
        "(?<refund>erstattung|gutschrift|terugbetaling|remboursement|reembolso|rimborso|estorno)|(?<return>rücksendung|retoure|retour|devolución|devolução|\\breso\\b)"
        + "|(?<cancel>stornierung|annulering|annulation|cancelación|anulación|cancelamento|annullamento)|umtausch|omruil|échange|\\bcambio\\b|\\btroca\\b|scambio|sostituzione",
        Plain)]
    private static partial Regex Nouns();

    [GeneratedRegex("#?cm-[0-9]{1,24}|#w[0-9]{1,24}", Plain)]
    private static partial Regex OrderIds();
}
