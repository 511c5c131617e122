using System.Text.RegularExpressions;
using CloudMart.Support.Core.Customers;

namespace CloudMart.Support.Web.Hosting;

/// <summary>Turns what the options' validators say into the words of the settings file: <c>Assistant:MaxSteps is 0; it must be …</c></summary>
internal static partial class WrongSetting
{
    /// <param name="options">The options' type; its <c>Section</c> constant says where in the settings it stands.</param>
    /// <param name="failure">A validator's words: a sentence of its own, or <c>Member: The field Type.Member must …</c></param>
    /// <param name="settings">Where the value is looked up.</param>
    public static string Describe(Type options, string failure, IConfiguration? settings)
    {
        if (Generated().Match(failure) is not { Success: true } parts)
        {
            return failure;
        }

        var section = options.GetField("Section")?.GetRawConstantValue() as string;
        var setting = $"{section}:{parts.Groups["member"].Value}";
        var words = parts.Groups["words"].Value;
        return Bounds().Match(words) is { Success: true } bounds ? $"{setting} is {settings?[setting]}; it {bounds.Groups["rule"].Value}"
            : Missing().IsMatch(words) ? $"{setting} is missing."
            : words.StartsWith(setting, StringComparison.Ordinal) ? words
            : $"{setting}: {words}";
    }

    /// <summary>A value that is not even of the setting's type.</summary>
    public static string Describe(string setting, string type, IConfiguration? settings)
    {
        var kind = type switch
        {
            "System.Int32" or "System.Int64" => "a whole number",
            "System.Boolean" => "true or false",
            "System.TimeSpan" => "a time such as 00:02:00",
            "System.Uri" => "an address such as https://example.com",
            "System.Decimal" or "System.Double" => "a number",
            _ when typeof(SignedInCustomer).Assembly.GetType(type) is { IsEnum: true } words => string.Join(" or ", Enum.GetNames(words)),
            _ => $"a {type}",
        };
        return $"{setting} is '{settings?[setting]}'; it must be {kind}.";
    }

    [GeneratedRegex(@"^(?<member>\w+): (?<words>.+)$", RegexOptions.Singleline)]
    private static partial Regex Generated();

    [GeneratedRegex(@"^The field \S+ (?<rule>must .+)$", RegexOptions.Singleline)]
    private static partial Regex Bounds();

    [GeneratedRegex(@"^The \S+ field is required\.$")]
    private static partial Regex Missing();
}
