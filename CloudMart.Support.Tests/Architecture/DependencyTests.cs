using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace CloudMart.Support.Tests.Architecture;

/// <summary>The three rules of the layout, read off the sources: a rule that only a review holds does not hold.</summary>
public sealed partial class DependencyTests
{
    private static readonly Dictionary<string, string> VendorFiles = new()
    {
        ["Amazon"] = "DynamoDb",
        ["Microsoft.Data.Sqlite"] = "Sqlite",
        ["StackExchange.Redis"] = "Redis",
        ["Azure"] = "Assistant|OpenAI",
        ["OpenAI"] = "Assistant|OpenAI",
    };

    [Fact]
    public void Orders_never_know_that_there_is_an_assistant() =>
        Assert.DoesNotContain(UsesIn("CloudMart.Support.Core/Orders"), use => use.Namespace.Contains(".Assistant", StringComparison.Ordinal));

    [Fact]
    public void Conversations_know_neither_the_assistant_nor_orders() =>
        Assert.DoesNotContain(UsesIn("CloudMart.Support.Core/Conversations"), use =>
            use.Namespace.Contains(".Assistant", StringComparison.Ordinal) || use.Namespace.Contains("Core.Orders", StringComparison.Ordinal));

    [Fact]
    public void Core_does_not_know_the_web() =>
        Assert.DoesNotContain(UsesIn("CloudMart.Support.Core"), use => use.Namespace.StartsWith("CloudMart.Support.Web", StringComparison.Ordinal));

    [Fact]
    public void Vendor_SDKs_appear_only_in_files_or_folders_named_for_them()
    {
        var wrong = UsesIn("CloudMart.Support.Core").Where(use => VendorFiles.Any(vendor =>
            (use.Namespace == vendor.Key || use.Namespace.StartsWith($"{vendor.Key}.", StringComparison.Ordinal))
            && !Regex.IsMatch(Path.GetFileName(use.File), vendor.Value)));
        Assert.Empty(wrong);
    }

    [Fact]
    public void The_web_uses_no_vendor_SDK() =>
        Assert.DoesNotContain(UsesIn("CloudMart.Support.Web"), use => VendorFiles.Keys.Any(vendor =>
            use.Namespace == vendor || use.Namespace.StartsWith($"{vendor}.", StringComparison.Ordinal)));

    private static IEnumerable<(string File, string Namespace)> UsesIn(string folder) =>
        from file in Directory.EnumerateFiles(Path.Combine(Root(), folder), "*.*", SearchOption.AllDirectories)
        where Path.GetExtension(file) is ".cs" or ".razor"
        where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        from Match match in Using().Matches(File.ReadAllText(file))
        select (Path.GetRelativePath(Root(), file), match.Groups["name"].Value);

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../.."));

    [GeneratedRegex(@"^\s*@?using\s+(static\s+|\w+\s*=\s*)?(?<name>[\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Using();
}
