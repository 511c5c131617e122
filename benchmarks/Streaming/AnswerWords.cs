namespace CloudMart.Support.Benchmarks.Streaming;

/// <summary>An answer of 4,000 characters in 800 pieces, each of them unmistakable wherever it turns up.</summary>
internal static class AnswerWords
{
    public const int Count = 800;

    /// <summary>Five characters: a capital, three letters and a space.</summary>
    public static IReadOnlyList<string> Pieces { get; } = [.. Enumerable.Range(0, Count).Select(Piece)];

    public static string Last => Pieces[^1].TrimEnd();

    private static string Piece(int n) => $"Q{Letter(n / 676)}{Letter(n / 26 % 26)}{Letter(n % 26)} ";

    private static char Letter(int n) => (char)('a' + n);
}
