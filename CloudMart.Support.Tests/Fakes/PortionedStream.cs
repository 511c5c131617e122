namespace CloudMart.Support.Tests.Fakes;

/// <summary>A body that arrives in portions: each read gets one of them at the most, as from a network.</summary>
internal sealed class PortionedStream(ReadOnlyMemory<byte> body, params IReadOnlyList<int> ends) : Stream
{
    private int _position;
    private int _portion;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    /// <summary>All portions are of one size.</summary>
    public static PortionedStream Of(ReadOnlyMemory<byte> body, int size) =>
        new(body, [.. Enumerable.Range(1, body.Length / size).Select(portion => portion * size)]);

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        while (_portion < ends.Count && ends[_portion] <= _position)
        {
            _portion++;
        }

        var count = Math.Min(buffer.Length, (_portion < ends.Count ? ends[_portion] : body.Length) - _position);
        body.Span.Slice(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
