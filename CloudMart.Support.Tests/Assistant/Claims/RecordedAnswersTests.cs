using System.Text.RegularExpressions;
using CloudMart.Support.Core.Assistant.Claims;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Assistant.Claims;

/// <summary>Whatever models have said in recorded traffic about other things claims nothing of a shop.</summary>
public sealed partial class RecordedAnswersTests
{
    [Fact]
    public void No_recorded_answer_is_taken_for_a_claim()
    {
        var texts = SharedRecordings.ReadAll().SelectMany(call => Texts().Matches(call.Body)).Select(text => Regex.Unescape(text.Groups["text"].Value)).ToList();

        Assert.True(texts.Count > 50, $"Only {texts.Count} texts were found.");
        Assert.All(texts, text => Assert.Empty(ClaimReader.ClaimsIn(text)));
    }

    [GeneratedRegex("""
        "(?:content|value)": *"(?<text>(?:[^"\\]|\\.)+)"
        """)]
    private static partial Regex Texts();
}
