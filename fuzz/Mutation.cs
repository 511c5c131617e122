using System.Text;

namespace CloudMart.Support.Fuzz;

/// <summary>Makes inputs that nobody meant: samples that were damaged a little or a lot, put together wrongly, and plain noise.</summary>
internal sealed class Mutation(Random random)
{
    public const int MaxLength = 32 * 1024;

    /// <summary>What readers stumble over: the protocols' own signs, extremes, and text that is no text.</summary>
    private static readonly byte[][] Troubles =
    [
        .. new[]
        {
            "{", "}", "[", "]", "\"", ":", ",", "null", "true", "-1", "0", "1e999", "9223372036854775807", "-9223372036854775808", "99999999999999999999",
            "\"\"", "{}", "[]", "\\u0000", "\\ud800", "\\udc00\\ud800", "\\", "\n\n", "\r", "\r\n", "data: ", "event: ", "id: ", "retry: 1", "[DONE]",
            "data: [DONE]\n\n", "\"error\":{}", "\"index\":-1", "\"choices\":[null]", "\"tool_calls\":[{}]", "\"v\":", "\"name\":null", "\"content\":null",
            "\"\uFEFF\"", "\uFFFF", "\u202E", "\u0000", "é", "😀", "CM-", "cm-1", "#W1", "yes", "cancel", "not ", " and ", "i've ", "0001-01-01T00:00:00Z",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xEF, 0xBB, 0xBF],
    ];

    public byte[] Of(IReadOnlyList<byte[]> samples)
    {
        if (samples.Count == 0 || random.Next(50) == 0)
        {
            return Noise(random.Next(256));
        }

        var input = new List<byte>(samples[random.Next(samples.Count)]);
        for (var changes = 1 + random.Next(random.Next(4) == 0 ? 16 : 3); changes > 0; changes--)
        {
            Change(input, samples);
        }

        return input.Count <= MaxLength ? [.. input] : [.. input.Take(MaxLength)];
    }

    private void Change(List<byte> input, IReadOnlyList<byte[]> samples)
    {
        var at = random.Next(input.Count + 1);
        var length = Math.Min(input.Count - at, 1 + random.Next(random.Next(3) == 0 ? 256 : 8));
        switch (random.Next(8))
        {
            case 0 when at < input.Count:
                input[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when at < input.Count:
                input[at] = (byte)random.Next(256);
                break;
            case 2:
                input.RemoveRange(at, length);
                break;
            case 3:
                input.InsertRange(at, input.GetRange(at, length));
                break;
            case 4:
                input.RemoveRange(at, input.Count - at);
                break;
            case 5:
                var other = samples[random.Next(samples.Count)];
                var from = random.Next(other.Length + 1);
                input.InsertRange(at, other.AsSpan(from, Math.Min(other.Length - from, 512)).ToArray());
                break;
            case 6:
                input.InsertRange(at, Enumerable.Repeat(Trouble(), 1 + (random.Next(20) == 0 ? random.Next(200) : 0)).SelectMany(sign => sign));
                break;
            default:
                input.InsertRange(at, Trouble());
                break;
        }
    }

    private byte[] Trouble() => Troubles[random.Next(Troubles.Length)];

    private byte[] Noise(int length)
    {
        var noise = new byte[length];
        random.NextBytes(noise);
        return noise;
    }
}
