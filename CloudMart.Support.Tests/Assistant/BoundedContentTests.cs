using CloudMart.Support.Core.Assistant.Providers;

namespace CloudMart.Support.Tests.Assistant;

public sealed class BoundedContentTests
{
    [Fact]
    public async Task A_reply_that_never_ends_breaks_off_at_the_bound()
    {
        await using var events = new ProviderStream(new BoundedContent(new Endless(), most: 100_000), Stream.Null, TestContext.Current.CancellationToken);

        Assert.Null(await events.NextAsync());

        Assert.Equal(new Unreached("the reply passed 100000 bytes"), events.Fault);
    }

    [Fact]
    public async Task One_that_just_fits_is_whole()
    {
        using var reader = new StreamReader(new BoundedContent(new MemoryStream([.. "data: a\n\n"u8]), most: 9));

        Assert.Equal("data: a\n\n", await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>An event whose data goes on and on.</summary>
    private sealed class Endless : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Fill((byte)'x');
            return ValueTask.FromResult(buffer.Length);
        }
    }
}
