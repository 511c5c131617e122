namespace CloudMart.Support.Tests.Fakes;

/// <summary>
/// Holds an <see cref="EmbeddedChat"/> to a script: <c>&gt;</c> the customer writes, <c>!</c> a call is made (these and no others, in this
/// order), <c>&lt;</c> these words are among those said, <c>=</c> these are all, <c>-</c> these are not among them.
/// </summary>
internal static class EmbeddedScript
{
    public static async Task FollowAsync(this EmbeddedChat chat, string claim, string script)
    {
        foreach (var turn in $"\n{script}".Split("\n> ", StringSplitOptions.RemoveEmptyEntries).Select(turn => turn.TrimEnd().Split('\n')))
        {
            var (calls, words) = await chat.SayAsync(turn[0]);

            var said = $"{claim}: after '{turn[0]}' came\n{words}\n";
            Assert.Equal(turn.Where(line => line.StartsWith('!')).Select(line => line[2..]), calls);
            Assert.All(turn.Where(line => line.StartsWith('=')), line => Assert.Equal(line[2..], words));
            Assert.All(turn.Where(line => line.StartsWith('<')), line => Assert.True(
                words.Contains(line[2..], StringComparison.Ordinal), $"{said}without\n{line[2..]}"));
            Assert.All(turn.Where(line => line.StartsWith('-')), line => Assert.False(
                words.Contains(line[2..], StringComparison.Ordinal), $"{said}with\n{line[2..]}"));
        }
    }
}
