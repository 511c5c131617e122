using System.Text;

namespace CloudMart.Support.Benchmarks.Streaming;

/// <summary>What one answer cost on the circuit, from the customer's message to the last rendering.</summary>
/// <param name="Flushes">How many frames brought something of the text while it was being written.</param>
/// <param name="MedianBetweenFlushes">In milliseconds.</param>
/// <param name="TextBytes">Everything of the text, in UTF-8, as often as it came.</param>
/// <param name="OtherBytes">Everything else that the server sent meanwhile: envelopes, status lines, rendering.</param>
internal sealed record AnswerTraffic(int Flushes, double MedianBetweenFlushes, int TextBytes, int OtherBytes)
{
    /// <summary>How often the text crossed.</summary>
    public double TimesText => (double)TextBytes / AnswerWords.Pieces.Sum(piece => piece.Length);

    public double OtherBytesPerFlush => (double)OtherBytes / Flushes;

    public static AnswerTraffic Of(IReadOnlyList<Frame> frames)
    {
        var pieces = frames.Select(frame => (frame.At, Count: PiecesIn(frame))).Where(frame => frame.Count > 0).ToList();
        // The last frame is the finished message, rendered from the log.
        var flushes = pieces.SkipLast(1).ToList();
        var text = pieces.Sum(frame => frame.Count) * AnswerWords.Pieces[0].Length;
        var between = flushes.Zip(flushes.Skip(1), (one, next) => next.At - one.At).Order().ToList();
        return new(flushes.Count, between[between.Count / 2], text, frames.Sum(frame => frame.Content.Length) - text);
    }

    private static int PiecesIn(Frame frame)
    {
        var text = Encoding.UTF8.GetString(frame.Content);
        return AnswerWords.Pieces.Sum(piece => text.Split(piece.TrimEnd()).Length - 1);
    }
}
