using System.Text.RegularExpressions;

namespace CloudMart.Support.Core.Assistant.Claims.Tongues;

internal static partial class Chinese
{
    [GeneratedRegex(@"已.{0,24}?(?:(?<cancel>取消)|(?<refund>退款|退还)|(?<return>退货)|(?<exchange>换货|更换)|(?<change>更改|修改|更新))", RegexOptions.CultureInvariant)]
    public static partial Regex Done();

    [GeneratedRegex("[未没不否昨吗呢]|无法|可以|可能", RegexOptions.CultureInvariant)]
    public static partial Regex Unreal();

    [GeneratedRegex("如果|若|一旦|之后|之前", RegexOptions.CultureInvariant)]
    public static partial Regex Conditions();
}

internal static partial class Japanese
{
    [GeneratedRegex(
        "(?:(?<cancel>キャンセル|取り消|取消)|(?<refund>返金)|(?<return>返品)|(?<exchange>交換)|(?<change>変更|更新)).{0,10}?(?:しました|致しました|いたしました|されました|なりました|済み|済みです)",
        RegexOptions.CultureInvariant)]
    public static partial Regex Done();

    [GeneratedRegex("ません|でき(?:な|か)|(?:して|されて)いな|昨日|先週|お客様が", RegexOptions.CultureInvariant)]
    public static partial Regex Unreal();

    [GeneratedRegex("場合|たら|れば|次第", RegexOptions.CultureInvariant)]
    public static partial Regex Conditions();
}

internal static partial class Korean
{
    [GeneratedRegex(
        "(?:(?<cancel>취소)|(?<refund>환불)|(?<return>반품)|(?<exchange>교환)|(?<change>변경|수정)).{0,8}?(?:했습니다|하였습니다|됐습니다|되었습니다|드렸습니다|완료)",
        RegexOptions.CultureInvariant)]
    public static partial Regex Done();

    [GeneratedRegex("않|못|없|어제|지난|고객님이|고객님께서", RegexOptions.CultureInvariant)]
    public static partial Regex Unreal();

    [GeneratedRegex("경우|하면|되면|시면", RegexOptions.CultureInvariant)]
    public static partial Regex Conditions();
}
