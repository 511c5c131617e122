using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace CloudMart.Support.Core.Assistant.Tools;

/// <summary>
/// Text that is kept with an order and printed on labels: at most <paramref name="maxLength"/> characters, none of which is a line break, a
/// control character or one that only turns the direction of others. Null is left to <see cref="RequiredAttribute"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OneLineAttribute(int maxLength) : ValidationAttribute
{
    public override bool IsValid(object? value) => value is null
        || (value is string text && text.Length <= maxLength && text.EnumerateRunes().All(IsPlain));

    private static bool IsPlain(System.Text.Rune rune) => System.Text.Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
