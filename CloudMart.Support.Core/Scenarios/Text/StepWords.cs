using System.Globalization;
using System.Text.RegularExpressions;
using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Core.Scenarios.Text;

/// <summary>What stands in the gaps of a step.</summary>
public sealed class StepWords
{
    private readonly Match _match;

    internal StepWords(Match match) => _match = match;

    /// <summary>Empty where the gap is optional and left out.</summary>
    public string this[string gap] => _match.Groups[gap].Value;

    public bool Has(string gap) => _match.Groups[gap].Success;

    public decimal Money(string gap) => decimal.Parse(this[gap].TrimStart('$'), NumberStyles.Number, CultureInfo.InvariantCulture);

    public int Count(string gap) => this[gap].ToLowerInvariant() switch
    {
        "no" => 0,
        "a" or "an" or "one" => 1,
        "two" => 2,
        "three" => 3,
        var digits => int.Parse(digits, CultureInfo.InvariantCulture),
    };

    public OrderStatus Status(string gap) => OrderStatusWords.Parse(this[gap].ToLowerInvariant());
}
